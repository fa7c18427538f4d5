import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { call } from "@/lib/platform/testing/call";
import { GET as getWorkspace, PATCH as updateWorkspace } from "./[workspace_id]/route";
import { POST as createWorkspace } from "./route";

const span = { from: "09:00", to: "21:00" };
const daytime = { mon: span, tue: span, wed: span, thu: span, fri: span, sat: span, sun: span };
const cap = {
  id: "daily",
  limit: 3,
  period: { kind: "calendar", unit: "day" },
  channels: null,
  categories: ["marketing"],
  when_full: "skip",
};
const rules = { windows: {}, unknown_zone: "workspace", spread_minutes: 30, caps: [] };

describe("the sending rules of a workspace over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const params = () => ({ workspace_id: toWireId("workspace", mine.workspaceId) });
  const change = (sending_rules: object, who: string | Record<string, string> = mine.apiKey) =>
    call(updateWorkspace, who, { params: params(), body: { sending_rules } });

  it("are changed, and the log says what they were before", async () => {
    const night = { ...daytime, fri: { from: "22:00", to: "02:00" }, sun: null };
    const wanted = { windows: { sms: night }, unknown_zone: "skip", spread_minutes: 0, caps: [cap] };
    const changed = await change(wanted, await signInMember(database.sql, mine, "admin"));
    expect(changed.status, changed.text).toBe(200);
    expect(changed.body.sending_rules).toEqual(wanted);
    const read = await call(getWorkspace, mine.apiKey, { params: params() });
    expect(read.body.sending_rules).toEqual(wanted);
    const log = () => mine.scope.sql<{ action: string }>`
      select action, before, after from audit_log where workspace_id = ${mine.workspaceId} order by id`;
    const after = { windows: { sms: night }, caps: [{ limit: 3, whenFull: "skip" }], spreadMinutes: 0 };
    expect(await log()).toMatchObject([
      {
        action: "workspace.sending_rules_changed",
        before: { sendingRules: { windows: {}, caps: [] } },
        after: { sendingRules: after },
      },
    ]);
    expect((await change(wanted)).status).toBe(200);
    expect(await log()).toHaveLength(1);
  });

  it.each([
    [{ ...rules, windows: { sms: { ...daytime, mon: { from: "9", to: "21:00" } } } }, "windows.sms.mon.from"],
    [
      {
        ...rules,
        windows: { sms: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null } },
      },
      "windows.sms",
    ],
    [{ ...rules, windows: { pigeon: daytime } }, "windows.pigeon"],
    [{ ...rules, spread_minutes: 181 }, "spread_minutes"],
    [{ ...rules, unknown_zone: "guess" }, "unknown_zone"],
    [{ ...rules, caps: [{ ...cap, limit: 0 }] }, "caps.0.limit"],
    [{ ...rules, caps: [{ ...cap, period: { kind: "rolling", hours: 745 } }] }, "caps.0.period.hours"],
    [{ ...rules, caps: [cap, cap] }, "caps"],
    [{ quiet_hours: [] }, "quiet_hours"],
  ])("refuses %j and names the field", async (wrong, pointer) => {
    const { status, body } = await change(wrong);
    expect(status).toBe(400);
    const pointers = (body.errors as { pointer: string }[]).map((error) => error.pointer);
    expect(pointers).toContain(`sending_rules.${pointer}`);
  });

  it("stay as they are where a change does not name them", async () => {
    const before = await change({ spread_minutes: 45, caps: [cap] });
    const after = await change({ unknown_zone: "workspace" });
    expect(after.body.sending_rules).toEqual({
      ...(before.body.sending_rules as object),
      unknown_zone: "workspace",
    });
  });

  it("are changed by owners and admins only", async () => {
    const refused = await change(rules, await signInMember(database.sql, mine, "member"));
    expect(refused).toMatchObject({ status: 403, body: { permission: "workspace.write" } });
  });

  it("of a new workspace keep what rings out of the night", async () => {
    const person = await signInMember(database.sql, mine, "viewer");
    const created = await call(createWorkspace, person, { body: { name: "Night watch" } });
    expect(created.body.sending_rules).toMatchObject({ windows: { sms: daytime, whatsapp: daytime } });
  });
});
