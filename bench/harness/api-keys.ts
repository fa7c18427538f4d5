import type { Scenario } from "@/db/testing/scenario";
import { hashApiKeySecret, newApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import { newId } from "@/lib/platform/ids";

const apiKeyCount = 40;

/** So many that no caller's rate limit is the limit. */
export async function insertApiKeys({ scope, workspaceId }: Scenario): Promise<string[]> {
  const secrets = Array.from({ length: apiKeyCount }, () => newApiKeySecret());
  for (const secret of secrets) {
    await scope.sql`
      insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, scopes)
      values (${workspaceId}, ${newId()}, 'bench', 'pp_live_', ${secret.slice(-4)}, ${hashApiKeySecret(secret)}, '{all}')`;
  }
  return secrets;
}
