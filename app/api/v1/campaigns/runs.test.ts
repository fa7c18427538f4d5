import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { GET as listRuns } from "./[campaign_id]/runs/route";

type Run = { id: string; status: string; totals: Record<string, number> };

describe("the occurrences of a series over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  let campaignId: string;
  const runIds: string[] = [];
  beforeAll(async () => {
    [mine, theirs] = await Promise.all([createScenario(database.sql), createScenario(database.sql)]);
    const campaign = { name: "Weekly", status: "scheduled" } as const;
    const first = await addPastSend(mine.scope, { campaign, people: [{ deliveries: ["accepted"] }, {}] });
    campaignId = first.campaignId ?? "";
    runIds.push(first.runId);
    for (const kind of ["campaign", "campaign", "test"] as const) {
      const { runId } = await addPastSend(mine.scope, { kind, people: [{ deliveries: ["accepted"] }] });
      await mine.scope.sql`
        update runs set campaign_id = ${campaignId} where workspace_id = ${mine.workspaceId} and id = ${runId}`;
      if (kind === "campaign") runIds.push(runId);
    }
  });

  const list = (query: Record<string, string> = {}, who = mine, id = campaignId) =>
    call(listRuns, who.apiKey, { params: { campaign_id: toWireId("campaign", id) }, query });
  const idsOf = (body: Record<string, unknown>) => (body.data as Run[]).map(({ id }) => id);
  const newestFirst = () => runIds.toReversed().map((id) => toWireId("run", id));

  it("come the latest first, with totals that add up, and without test sends", async () => {
    const { status, body, text } = await list();
    expect(status, text).toBe(200);
    expect(idsOf(body)).toEqual(newestFirst());
    expect(body).toMatchObject({ total: 3, has_more: false });
    for (const { totals } of body.data as Run[]) {
      const { audience, ...parts } = totals;
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(audience);
    }
  });

  it("are paged by a cursor that neither repeats nor leaves out", async () => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await list({ limit: "1", ...(after ? { after } : {}) });
      found.push(...idsOf(body));
      after = (body.next_cursor as string | null) ?? undefined;
    } while (after);
    expect(found).toEqual(newestFirst());
  });

  it("of another workspace's campaign are the same 404 as of an invented one", async () => {
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    const [foreign, invented] = await Promise.all([list({}, theirs), list({}, theirs, newId())]);
    expect(foreign.status).toBe(404);
    expect(withoutId(foreign.text)).toBe(withoutId(invented.text));
  });
});
