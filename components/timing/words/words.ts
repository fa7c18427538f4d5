/** The words of the namespace `timing` in the reader's language. */
export type Words = (key: string, values?: Record<string, string | number>) => string;
