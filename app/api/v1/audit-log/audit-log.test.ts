import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { exportAuditEntries } from "@/lib/domain/audit/export-audit-entries";
import { call } from "@/lib/platform/testing/call";
import { GET as exportAuditLog } from "./export/route";
import { GET as listAuditLog } from "./route";

describe("the audit log over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await write(mine, "campaign.created", { kind: "campaign", id: mine.workspaceId, name: "Bahar" });
    await write(mine, "campaign.scheduled", { kind: "campaign", id: mine.workspaceId, name: "Bahar" });
    await write(mine, "contact.deleted", { kind: "contact", id: "c-9", name: '＝HYPERLINK("http://evil")' });
    await write(theirs, "campaign.created", { kind: "campaign", id: "secret", name: "Theirs" });
  });

  const write = (scenario: Scenario, action: string, target: { kind: string; id: string; name: string }) =>
    scenario.ctx.transaction((tx) => tx.audit(action, target, { before: { a: 1 }, after: { a: 2 } }));

  const list = async (query: Record<string, string>, who: string | Record<string, string> = mine.apiKey) =>
    ((await call(listAuditLog, who, { query })).body.data ?? []) as {
      action: string;
      target: { id: string };
    }[];

  it("tells who changed what, the newest first, with ids as the API writes them", async () => {
    const [latest, , first] = await list({});
    expect(latest).toMatchObject({
      action: "contact.deleted",
      actor: { kind: "user", id: toWireId("user", mine.ctx.actor.id), name: "Owner" },
      target: { kind: "contact", id: "c-9" },
      before: { a: 1 },
      after: { a: 2 },
    });
    expect(first?.target.id).toBe(toWireId("campaign", mine.workspaceId));
  });

  it("filters by action, beginning of action, actor, target and time", async () => {
    const target = toWireId("campaign", mine.workspaceId);
    const actor = toWireId("user", mine.ctx.actor.id);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await list({ action: "campaign.scheduled" })).toHaveLength(1);
    expect(await list({ action: "campaign.,contact.deleted" })).toHaveLength(3);
    expect(await list({ target_id: target })).toHaveLength(2);
    expect(await list({ target_kind: "contact" })).toHaveLength(1);
    expect(await list({ actor_id: actor })).toHaveLength(3);
    expect(await list({ actor_id: toWireId("user", theirs.ctx.actor.id) })).toHaveLength(0);
    expect(await list({ q: "bah" })).toHaveLength(2);
    expect(await list({ since: later })).toHaveLength(0);
    expect(await list({ until: later })).toHaveLength(3);
  });

  it("pages through every entry once", async () => {
    const first = await call(listAuditLog, mine.apiKey, { query: { limit: "2" } });
    const rest = await list({ limit: "2", after: String(first.body.next_cursor) });
    expect(first.body).toMatchObject({ has_more: true, total: null });
    expect(rest.map((entry) => entry.action)).toEqual(["campaign.created"]);
  });

  it("exports what the filter shows, with formulas defused", async () => {
    const answer = await call(exportAuditLog, mine.apiKey, { query: { target_kind: "contact" } });
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const rows = parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.target_name).toBe(`'＝HYPERLINK("http://evil")`);
    expect(answer.text).not.toContain("Theirs");
  });

  it("exports a log longer than one read", async () => {
    const scenario = await createScenario(database.sql);
    await scenario.scope.sql`
      insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id)
      select ${scenario.workspaceId}, gen_random_uuid(), 'system', 's', 's', 'contact.updated', 'contact', n::text
      from generate_series(1, 2500) n`;
    const answer = await call(exportAuditLog, scenario.apiKey);
    const rows = parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rows.map((row) => row.target_id)).size).toBe(2_500);
  });

  it("answers odd but possible questions, and refuses impossible ones before the first byte", async () => {
    const instants = ["1900-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2199-12-31T23:59:59Z"];
    const odd = ["%", "\\", "🦊", "\u202e", "a".repeat(200)];
    const possible: Record<string, string>[] = [
      ...instants.flatMap((at) => ["since", "until"].map((name) => ({ [name]: at }))),
      ...odd.flatMap((text) =>
        ["q", "target_id", "actor_id"].map((name) => ({ [name]: text.slice(0, 100) })),
      ),
      { actor_id: ",,," },
      { action: "a." },
    ];
    const impossible: Record<string, string>[] = [
      ...["9999-12-31T23:59:59Z", "2026-02-30T00:00:00Z", "yesterday", ""].map((since) => ({ since })),
      ...["q", "target_id", "actor_id"].map((name) => ({ [name]: "a\u0000" })),
      ...["", ".", "a.b,", "A.b"].map((action) => ({ action })),
      { q: "a".repeat(201) },
      { after: "x" },
    ];
    for (const query of possible) {
      for (const handler of [listAuditLog, exportAuditLog]) {
        const { status, text } = await call(handler, mine.apiKey, { query });
        expect(status, `${JSON.stringify(query)} ${text}`).toBe(200);
      }
    }
    for (const query of impossible) {
      const refused = await call(exportAuditLog, mine.apiKey, { query });
      expect(refused, JSON.stringify(query)).toMatchObject({ status: 400, body: { errors: [{}] } });
    }
  });

  it("has the first rows before it promises a file", async () => {
    const unthinkable = { since: new Date(Number.NaN) };
    await expect(exportAuditEntries(mine.ctx, unthinkable)).rejects.toThrow();
  });

  it("is for owners and admins of this workspace only", async () => {
    expect((await call(listAuditLog, {})).status).toBe(401);
    expect((await call(exportAuditLog, {})).status).toBe(401);
    for (const role of ["member", "viewer"] as const) {
      const person = await signInMember(database.sql, mine, role);
      expect((await call(listAuditLog, person)).status).toBe(403);
      expect((await call(exportAuditLog, person)).status).toBe(403);
    }
    const outsider = await signInMember(database.sql, theirs, "owner");
    const asked = { ...outsider, "x-workspace-id": mine.slug };
    expect((await call(listAuditLog, asked)).status).toBe(404);
  });

  it("names a filter that makes no sense", async () => {
    const answer = await call(listAuditLog, mine.apiKey, {
      query: { action: "DROP TABLE", since: "yesterday", x: "1" },
    });
    const pointers = (answer.body.errors as { pointer: string }[])
      .map((error) => error.pointer.split(".")[0])
      .sort();
    expect(pointers).toEqual(["action", "since", "x"]);
  });
});
