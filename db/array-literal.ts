/**
 * An array for `unnest(…::text::uuid[])`: ids and numbers hold nothing that would have to be escaped, and the driver
 * would look at each character. Nothing stands in it as "null".
 */
export const arrayLiteral = (values: readonly (string | number)[]): string => `{${values.join(",")}}`;
