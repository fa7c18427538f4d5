import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { ContactInput } from "@/lib/domain/contacts/saving/prepare-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { aheadMillisMax } from "../event";
import { sourceOf } from "../prepare-event";
import { applyTraits } from "./apply-traits";
import { type LinkedPerson, linkPerson, type PersonIds } from "./link-person";

type Input = PersonIds & {
  traits?: Omit<ContactInput, "externalId" | "subscriptions" | "consents"> | undefined;
  occurredAt?: Date | undefined;
};

export async function identifyContact(
  ctx: WorkspaceContext,
  { traits = {}, occurredAt, ...ids }: Input,
): Promise<LinkedPerson> {
  ctx.require("events.track");
  if (ids.externalId === undefined && ids.anonymousId === undefined)
    throw invalidField("external_id", "Give an external_id or an anonymous_id.", "required");
  const now = ctx.now();
  if (occurredAt && occurredAt.getTime() > now.getTime() + aheadMillisMax)
    throw invalidField("occurred_at", "This is more than a day ahead.", "in_the_future");
  const said = { source: sourceOf(ctx), at: occurredAt ?? now };
  return retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const linked = await linkPerson(tx, ids);
      await applyTraits(tx, linked.contactId, traits, said);
      return linked;
    }),
  );
}
