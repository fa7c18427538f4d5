import { connect } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import { takeProviderTokens } from "@/lib/domain/providers/rate/take-provider-tokens";

const [url = "", workspaceId = "", providerId = "", rate = "", total = ""] = process.argv.slice(2);
const sql = connect(url, { poolMax: 1 });
const scope = WorkspaceScope.mint(sql, workspaceId);
const startedAt = Date.now();
let missing = Number(total);
while (missing > 0) {
  const { granted, retryAfterMillis } = await takeProviderTokens(scope, providerId, {
    wanted: Math.min(missing, 50),
    ratePerSecond: Number(rate),
  });
  missing -= granted;
  if (missing > 0) await new Promise((resolve) => setTimeout(resolve, retryAfterMillis));
}
process.stdout.write(JSON.stringify({ startedAt, endedAt: Date.now() }));
await sql.end();
