import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { InvalidParam } from "@/lib/platform/errors";
import type { Content } from "../content";
import { checkContent } from "./check-content";
import { toContentError } from "./content-errors";
import { isBlocking } from "./content-problem";

type Message = { contents: Content[]; channel: Channel; category?: MessageCategory };

/** Everything that is wrong with a message that is kept as it is, what keeps it from being sent first. */
export async function findContentWarnings(
  scope: WorkspaceScope,
  { contents, channel, category }: Message,
): Promise<InvalidParam[]> {
  const check = (attributeNames: string[]) => checkContent(contents, channel, { category, attributeNames });
  const found = check([]);
  // The names in a workspace cost a query, which a message without any does without.
  const problems = found.some(({ code }) => code === "unknown_variable")
    ? check(await listAttributeNames(scope))
    : found;
  return [...problems.filter(isBlocking), ...problems.filter((problem) => !isBlocking(problem))].map(
    (problem) => toContentError(problem, contents),
  );
}
