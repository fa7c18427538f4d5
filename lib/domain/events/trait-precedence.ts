/** Who may say what a person is like, the more trustworthy last: pages say what visitors type, servers what they know. */
export const traitSourceNames = ["browser", "api"] as const;

export type TraitSource = (typeof traitSourceNames)[number];

/** By trait (`first_name`, `attributes.plan`); `*` is when all that has no entry was last said. Instants in ISO 8601. */
export type TraitSources = Record<string, { source: TraitSource; at: string }>;

type Said = { source: TraitSource; at: Date };

type Known = { isEmpty: boolean; sources: TraitSources | null; updatedAt: Date };

const rank = (source: TraitSource): number => traitSourceNames.indexOf(source);

/** What a better source said stays; between equals the later word counts, however late it arrives. */
export function mayReplace(trait: string, said: Said, { isEmpty, sources, updatedAt }: Known): boolean {
  if (isEmpty && sources?.[trait] === undefined) return true;
  const known = sources?.[trait] ?? sources?.["*"] ?? { source: "api", at: updatedAt.toISOString() };
  if (rank(said.source) !== rank(known.source)) return rank(said.source) > rank(known.source);
  return said.at >= new Date(known.at);
}

/** The sources once these traits were said; what was known before keeps its own time. */
export function withSources(known: Omit<Known, "isEmpty">, traits: string[], said: Said): TraitSources {
  const base: TraitSources = known.sources ?? { "*": { source: "api", at: known.updatedAt.toISOString() } };
  const entry = { source: said.source, at: said.at.toISOString() };
  return { ...base, ...Object.fromEntries(traits.map((trait) => [trait, entry])) };
}
