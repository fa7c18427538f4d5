import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { copyExportPage, prepareExportPage } from "./copy-contacts";

const database = useTestDatabase();

it("gives the connection back when a slow reader takes the last rows together with the end", async () => {
  const { scope, workspaceId } = await createScenario(database.sql);
  await scope.sql`
    insert into contacts (workspace_id, id, external_id, attributes, tags)
    select ${workspaceId}, gen_random_uuid(), n || repeat('x', 100), '{}', '{}' from generate_series(1, 1000) n`;
  let bytes = 0;
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      void (async () => {
        for (let turn = 0; turn < 5; turn += 1) await setImmediate();
        done();
      })();
    },
  });
  const count = await scope.transaction(async (tx) => {
    const range = { after: undefined, before: "ffffffff-ffff-ffff-ffff-ffffffffffff", limit: 5_000 };
    await prepareExportPage(tx, range);
    await copyExportPage(tx, { columns: ["external_id"], delimiter: "," }, slow);
    const [row] = await tx.sql<{ count: number }>`select count(*)::int as count from contacts`;
    return row?.count;
  });
  expect(count).toBe(1_000);
  expect(bytes).toBeGreaterThan(100_000);
}, 10_000);
