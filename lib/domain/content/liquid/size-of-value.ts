/** Characters and parts of a value with all that is inside it, counted as far as `most`. */
export function sizeOfValue(value: unknown, most: number): number {
  if (typeof value === "string") return value.length;
  const open: unknown[] = [value];
  let size = 0;
  while (open.length > 0 && size <= most) {
    const next = open.pop();
    if (typeof next === "string") size += next.length;
    if (typeof next !== "object" || next === null) continue;
    const parts = Array.isArray(next) ? next : Object.entries(next).flat();
    size += parts.length;
    if (size <= most) for (const part of parts) open.push(part);
  }
  return size;
}
