import type { Content } from "@/lib/domain/content/content";

/** A document has one language, a title and a body. */
export function findUntoldContent(contents: readonly Content[], pointer = "contents"): string[] {
  const [first] = contents;
  if (contents.length !== 1 || !first) return [pointer];
  return (["subtitle", "html"] as const)
    .filter((field) => first[field] !== "")
    .map((field) => `${pointer}.0.${field}`);
}
