import { createHash, randomBytes } from "node:crypto";

const kinds = ["refresh", "invite", "reset"] as const;

type Kind = (typeof kinds)[number];

/** Whoever holds it may use it, once; only its hash is stored. */
export const newBearerSecret = (kind: Kind): string => `pp_${kind}_${randomBytes(32).toString("base64url")}`;

/** 256 random bits need no slow hash. */
export const hashBearerSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** For those who may see a message and not what it opens. */
export const maskBearerSecrets = (text: string): string => text.replace(anySecret, "pp_$1_…");

const anySecret = new RegExp(`\\bpp_(${kinds.join("|")})_[\\w-]+`, "g");
