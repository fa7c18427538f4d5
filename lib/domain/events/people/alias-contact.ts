import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict } from "@/lib/platform/errors";
import { type LinkedPerson, linkPerson } from "./link-person";

/** 409 when the anonymous id is another user's: two users are never made one. */
export async function aliasContact(
  ctx: WorkspaceContext,
  ids: { anonymousId: string; externalId: string },
): Promise<LinkedPerson> {
  ctx.require("events.track");
  return retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const linked = await linkPerson(tx, ids);
      if (linked.isTaken)
        throw conflict("This anonymous id is another user's.", { reason: "already_identified" });
      return linked;
    }),
  );
}
