/** A list that holds itself twice, in one that holds that twice, and so on, has more parts than any computer has time for. */
const listPartsMax = 100_000;

/** How a value becomes text; the same in the fast path and in Liquid. */
export function textOfValue(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return textOfList(value);
  return typeof value === "object" ? "" : String(value);
}

/** Without recursion, since lists may be nested deeper than calls may be. */
function textOfList(list: readonly unknown[]): string {
  const open = [list.values()];
  let text = "";
  let parts = 0;
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { done, value } = inner.next();
    parts += 1;
    if (parts > listPartsMax) throw new Error("output limit exceeded");
    if (done) open.pop();
    else if (Array.isArray(value)) open.push(value.values());
    else text += textOfValue(value);
  }
  return text;
}
