import { useState } from "react";

/**
 * The row with this id as an answer last had it. What is chosen must not go missing between two answers: a field would
 * write its name over what is being typed.
 */
export function useLastSeen<Row extends { id: string }>(
  rows: readonly Row[],
  id: string | null,
): Row | undefined {
  const listed = rows.find((row) => row.id === id);
  const [kept, setKept] = useState(listed);
  if (listed && listed !== kept) setKept(listed);
  return listed ?? (kept?.id === id ? kept : undefined);
}

/** The rows, and one more where it is not among them. */
export const withRow = <Row extends { id: string }>(rows: Row[], row: Row | undefined): Row[] =>
  row && !rows.some(({ id }) => id === row.id) ? [...rows, row] : rows;
