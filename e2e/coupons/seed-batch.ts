import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { toUuid } from "@/lib/contracts/wire/ids";

/** A batch in the database of the product that the journeys share, with these codes in it. */
export async function seedBatch(
  workspaceId: string,
  batch: Parameters<typeof insertTestBatch>[1],
): Promise<{ batchId: string; offerId: string }> {
  const sql = connect(databaseUrl());
  try {
    return await insertTestBatch(WorkspaceScope.mint(sql, toUuid(workspaceId.slice(4))), {
      ...batch,
      hasSecret: false,
    });
  } finally {
    await sql.end();
  }
}

function databaseUrl(): string {
  const folder = join(process.env.PUSHPILOT_E2E_DATA ?? "", "postgres");
  const password = readFileSync(join(folder, "superuser-password"), "utf8");
  const [, , , port] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
  return `postgres://postgres:${password}@127.0.0.1:${port}/pushpilot`;
}
