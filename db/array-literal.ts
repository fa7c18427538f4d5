/**
 * An array for `unnest(…::text::uuid[])`: ids, numbers and words hold nothing that would have to be escaped, and the driver
 * would look at each character. Never for what a user typed.
 */
export const arrayLiteral = (values: readonly (string | number | boolean | null)[]): string =>
  `{${values.map(String).join(",")}}`;
