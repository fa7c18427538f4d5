import { z } from "zod";
import { apiKeyNameCharsMax, apiKeyScopes, apiKeyStatuses } from "@/lib/domain/api-keys/api-key";
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
  scopes: z.array(z.string()),
  status: z.enum(apiKeyStatuses),
  creatorName: z.string().nullable(),
  lastUsedAt: wireInstant.nullable(),
  lastUsedIp: z.string().nullable(),
  expiresAt: wireInstant.nullable(),
  revokedAt: wireInstant.nullable(),
  createdAt: wireInstant,
};

export const apiKey = wireObject(apiKeyShape).meta({ id: "ApiKey" });

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
  description: '`scopes` is `["all"]`, `["read"]` or a list of permissions. The secret is shown this once.',
  access: { permission: "api_keys.write" },
  body: wireObject({
    name: z.string().trim().min(1).max(apiKeyNameCharsMax),
    scopes: z.array(z.enum(apiKeyScopes)).min(1).max(apiKeyScopes.length),
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
