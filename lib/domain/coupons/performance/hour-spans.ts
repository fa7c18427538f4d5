const hourMillis = 3_600_000;

/** What lies between two of them is computed with them: it gives the same, and one range costs less than two. */
const gapMillis = 24 * hourMillis;

const spansMax = 40;

/** Few ranges that hold all of these hours. */
export function spansOf(hours: readonly Date[]): { from: Date; before: Date }[] {
  const starts = hours.map((hour) => hour.getTime()).sort((left, right) => left - right);
  const spans: { from: number; before: number }[] = [];
  for (const start of starts) {
    const last = spans.at(-1);
    if (last && (start - last.before <= gapMillis || spans.length >= spansMax))
      last.before = start + hourMillis;
    else spans.push({ from: start, before: start + hourMillis });
  }
  return spans.map(({ from, before }) => ({ from: new Date(from), before: new Date(before) }));
}
