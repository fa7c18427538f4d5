import { z } from "zod";
import {
  apiKeyKinds,
  apiKeyNameCharsMax,
  apiKeyOriginsMax,
  apiKeyScopes,
  apiKeyStatuses,
} from "@/lib/domain/api-keys/api-key";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

const apiKeyShape = {
  id: wireId("apiKey"),
  name: z.string(),
  prefix: z.string().meta({ description: "The first characters of the key." }),
  last4: z.string(),
  kind: z.enum(apiKeyKinds),
  scopes: z.array(z.string()),
  origins: z
    .array(z.string())
    .meta({ description: "Where a publishable key works; empty for a secret one." }),
  publishableKey: z.string().nullable().meta({ description: "The key itself where it is no secret." }),
  status: z.enum(apiKeyStatuses),
  creatorName: z.string().nullable(),
  lastUsedAt: wireInstant.nullable(),
  lastUsedIp: z.string().nullable(),
  expiresAt: wireInstant.nullable(),
  revokedAt: wireInstant.nullable(),
  createdAt: wireInstant,
};

export const apiKey = wireObject(apiKeyShape).meta({ id: "ApiKey" });

const origin = z
  .string()
  .max(300)
  .refine(
    isOrigin,
    "A scheme, a host and perhaps a port, without a path or a final /, as in https://shop.example.com",
  );

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const tag = "API keys";

export const listApiKeysContract = defineContract({
  method: "GET",
  path: "/api/v1/api-keys",
  tag,
  summary: "List API keys",
  access: { permission: "api_keys.read" },
  query: wireObject({ ...listQueryShape, status: wireWords(apiKeyStatuses).optional() }),
  status: 200,
  response: wireList(apiKey),
});

export const createApiKeyContract = defineContract({
  method: "POST",
  path: "/api/v1/api-keys",
  tag,
  summary: "Create an API key",
  description: [
    '`scopes` is `["all"]`, `["read"]` or a list of permissions. The secret is shown this once. A `publishable` key',
    "(`pp_pub_…`) stands in web pages: it may track events and subscribe browsers, and validate coupon codes when its scopes name",
    "`coupons.redeem`, from its `origins` only.",
  ].join(" "),
  access: { permission: "api_keys.write" },
  body: wireObject({
    name: z.string().trim().min(1).max(apiKeyNameCharsMax),
    kind: z.enum(apiKeyKinds).optional().meta({ description: "`secret` when absent." }),
    scopes: z
      .array(z.enum(apiKeyScopes))
      .min(1)
      .max(apiKeyScopes.length)
      .optional()
      .meta({ description: "A publishable key may track events and subscribe browsers when absent." }),
    origins: z
      .array(origin)
      .max(apiKeyOriginsMax)
      .optional()
      .meta({ description: "Of a publishable key.", example: ["https://shop.example.com"] }),
    expiresAt: wireInstant.nullable().optional(),
  }),
  status: 201,
  response: wireObject({ ...apiKeyShape, secret: z.string() }),
  idempotent: true,
  showsSecret: true,
});

export const revokeApiKeyContract = defineContract({
  method: "DELETE",
  path: "/api/v1/api-keys/{api_key_id}",
  tag,
  summary: "Revoke an API key",
  description: "It stops working with the next request.",
  access: { permission: "api_keys.write" },
  params: wireObject({ apiKeyId: wireId("apiKey") }),
  status: 204,
});
