export type Reply = { value: unknown } | { error: string };
