import { notFound } from "next/navigation";
import type { ZodType } from "zod";
import { isAppError } from "@/lib/platform/errors";

/** What the address of a page names. An id that cannot be read is answered like one that nothing has. */
export async function foundOrNotFound<Id, Found>(
  wire: ZodType<Id>,
  text: string,
  load: (id: Id) => Promise<Found>,
): Promise<Found> {
  const id = wire.safeParse(text);
  if (!id.success) notFound();
  try {
    return await load(id.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
