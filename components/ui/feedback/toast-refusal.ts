import { detailOf } from "@/lib/browser/field-errors";
import { toast } from "./toast";

/** Says that an act did not happen, and why when the API said so. */
export const toastRefusal = (title: string, error: unknown): string =>
  toast.error(title, { description: detailOf(error) });
