import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Gallery } from "./gallery";

/** Every part in every state, for people and for axe; not part of the product. */
export default async function GalleryPage() {
  if (process.env.NODE_ENV === "production") notFound();
  await connection();
  const moment = new Date(Date.now() - 3 * 60 * 60 * 1000).toISOString();
  return <Gallery moment={moment} />;
}
