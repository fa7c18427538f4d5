import { createHash, randomBytes } from "node:crypto";

const prefixes = { secret: "pp_live_", publishable: "pp_pub_" } as const;

export const newApiKeySecret = (kind: keyof typeof prefixes = "secret"): string =>
  `${prefixes[kind]}${randomBytes(24).toString("base64url")}`;

/** 192 random bits need no slow hash. */
export const hashApiKeySecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export const looksLikeApiKey = (value: string): boolean =>
  value.startsWith(prefixes.secret) || value.startsWith(prefixes.publishable);
