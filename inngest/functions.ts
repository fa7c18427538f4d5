import type { InngestFunction } from "inngest";

/** Every function, by name: what is not in this list does not run. */
export const functions: readonly InngestFunction.Like[] = [];
