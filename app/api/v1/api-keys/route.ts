import { createApiKeyContract, listApiKeysContract } from "@/lib/contracts/api-keys";
import { createApiKey } from "@/lib/domain/api-keys/create-api-key";
import { listApiKeys } from "@/lib/domain/api-keys/list-api-keys";
import { route } from "@/lib/platform/http/route";

export const GET = route(listApiKeysContract, ({ ctx, query }) => listApiKeys(ctx, query));
export const POST = route(createApiKeyContract, ({ ctx, body }) => createApiKey(ctx, body));
