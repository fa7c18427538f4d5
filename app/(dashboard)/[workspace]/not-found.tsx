import { NotFoundHere } from "@/components/layout/not-found-here";

export default function NotFound() {
  return <NotFoundHere />;
}
