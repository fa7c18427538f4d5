import { revokeApiKeyContract } from "@/lib/contracts/api-keys";
import { revokeApiKey } from "@/lib/domain/api-keys/revoke-api-key";
import { route } from "@/lib/platform/http/route";

export const DELETE = route(revokeApiKeyContract, ({ ctx, params }) => revokeApiKey(ctx, params));
