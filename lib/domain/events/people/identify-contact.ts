import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { ContactInput } from "@/lib/domain/contacts/saving/prepare-contact";
import { originsOf, type WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { aheadMillisMax } from "../event";
import { mayPageSay } from "../find-foreign-urls";
import { sourceOf } from "../prepare-event";
import { applyTraits } from "./apply-traits";
import { type LinkedPerson, linkPerson, type PersonIds } from "./link-person";

type Traits = Omit<ContactInput, "externalId" | "subscriptions" | "consents">;

type Input = PersonIds & {
  traits?: Traits | undefined;
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
  const origins = originsOf(ctx.actor);
  if (origins) refuseLinks(traits, origins);
  const said = { source: sourceOf(ctx), at: occurredAt ?? now };
  return retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const linked = await linkPerson(tx, ids);
      await applyTraits(tx, linked.contactId, traits, said);
      return linked;
    }),
  );
}

/** What messages say of people: a page could put a link into it for somebody it only claims to speak of. */
function refuseLinks(
  { firstName, lastName, city, attributes = {} }: Traits,
  origins: readonly string[],
): void {
  const told = [
    ...Object.entries({ first_name: firstName, last_name: lastName, city }),
    ...Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value] as const),
  ];
  for (const [name, text] of told)
    if (typeof text === "string" && !mayPageSay(name, text, origins))
      throw invalidField(`traits.${name}`, "A page may not tell another site's link.", "foreign_url");
}
