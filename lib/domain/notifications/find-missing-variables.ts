import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import type { Channel } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import type { Content } from "@/lib/domain/content/content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";

type Named = { channelType: Channel; to: { variables?: Record<string, unknown> | undefined }[] };

/** Variables that no contact has and that are not given to everybody: somebody would get a gap in their place. */
export async function findMissingVariables(
  ctx: WorkspaceContext,
  contents: Content[],
  { channelType, to }: Named,
): Promise<InvalidParam[]> {
  const given = namesGivenToAll(to);
  const missing = (attributeNames: string[]) =>
    checkContent(contents, channelType, {
      category: "transactional",
      attributeNames,
      withoutCodes: true,
    }).filter(({ code }) => code === "unknown_variable");
  // The names in a workspace cost a query, which a message with everything it needs does without.
  if (missing(given).length === 0) return [];
  const known = [...given, ...(await listAttributeNames(ctx.scope))];
  return missing(known).map((problem) => toContentError(problem, contents));
}

function namesGivenToAll(to: Named["to"]): string[] {
  const [first, ...others] = to.map(({ variables }) => Object.keys(variables ?? {}));
  return others.reduce((shared, names) => {
    const here = new Set(names);
    return shared.filter((name) => here.has(name));
  }, first ?? []);
}
