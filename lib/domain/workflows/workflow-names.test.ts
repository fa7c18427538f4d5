import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { startEngine } from "@/inngest/engine/engine";
import { quietLog } from "@/inngest/engine/testing/engine-setup";
import { listWorkflows } from "./list-workflows";
import { plainNameOf } from "./workflow";

const database = useTestDatabase();

it("every function that runs for workspaces is called something in both languages, and no other is shown", async () => {
  const [{ functions }, { inngest }] = await Promise.all([
    import("@/inngest/functions"),
    import("@/inngest/client"),
  ]);
  const engine = await startEngine({
    sql: database.sql,
    functions,
    client: inngest,
    concurrency: 1,
    log: quietLog,
  });
  await engine.stop();
  const { ctx } = await createScenario(database.sql);
  const shown = (await listWorkflows(ctx)).data.map(({ id }) => plainNameOf(id));
  for (const locale of ["en", "tr"]) {
    const { names } = JSON.parse(readFileSync(`messages/${locale}/workflows.json`, "utf8")) as {
      names: Record<string, string>;
    };
    expect(Object.keys(names).sort(), locale).toEqual(shown.sort());
  }
});
