import { notFound } from "next/navigation";
import { ShellSpecimen } from "./shell-specimen";

export default function ShellPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return <ShellSpecimen moment={new Date(Date.now() - 5 * 60 * 1000).toISOString()} />;
}
