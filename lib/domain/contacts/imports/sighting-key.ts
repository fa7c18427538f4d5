import { createHash } from "node:crypto";

/** Under which a clue is remembered: as short as an id. */
export const sightingKeyOf = (clue: string): string =>
  createHash("md5")
    .update(clue)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
