import { notFound } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

export type WorkspaceReference = { id: string } | { slug: string };

const wireIdPattern = /^wsp_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** A workspace is named by `wsp_…`, by its bare uuid or by its slug. */
export function parseWorkspaceReference(text: string): WorkspaceReference {
  const wire = wireIdPattern.exec(text);
  if (wire) return { id: wire.slice(1).join("-") };
  if (isUuid(text)) return { id: text };
  if (/^[a-z0-9-]{1,64}$/.test(text)) return { slug: text };
  throw notFound();
}
