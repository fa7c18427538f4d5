/** Whether two values say the same, in whichever order the database gives their keys back. */
export const isSame = (left: unknown, right: unknown): boolean => inOrder(left) === inOrder(right);

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
