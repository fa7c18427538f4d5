/** How a value becomes text; the same in the fast path and in Liquid. */
export function textOfValue(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOfValue).join("");
  return typeof value === "object" ? "" : String(value);
}
