import { createHash, randomBytes } from "node:crypto";

const secretPrefix = "pp_live_";

export const newApiKeySecret = (): string => `${secretPrefix}${randomBytes(24).toString("base64url")}`;

/** 192 random bits need no slow hash. */
export const hashApiKeySecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export const looksLikeApiKey = (value: string): boolean => value.startsWith(secretPrefix);
