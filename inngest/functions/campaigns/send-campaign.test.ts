import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { Engine } from "@/inngest/engine/engine";
import { quietLog } from "@/inngest/engine/testing/engine-setup";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";

type Totals = Record<
  "audience" | "sent" | "skipped" | "failed" | "unknown" | "pending" | "cancelled",
  number
>;

describe("a campaign from API call to device", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let engine: Engine;
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    const [{ startEngine }, { functions }, { inngest }] = await Promise.all([
      import("@/inngest/engine/engine"),
      import("@/inngest/functions"),
      import("@/inngest/client"),
    ]);
    engine = await startEngine({
      sql: database.sql,
      functions,
      client: inngest,
      concurrency: 8,
      log: quietLog,
    });
  });
  afterAll(() => engine.stop());

  const posts = {
    schedule: () => import("@/app/api/v1/campaigns/[campaign_id]/schedule/route"),
    pause: () => import("@/app/api/v1/campaigns/[campaign_id]/pause/route"),
    resume: () => import("@/app/api/v1/campaigns/[campaign_id]/resume/route"),
    cancel: () => import("@/app/api/v1/campaigns/[campaign_id]/cancel/route"),
    sendNow: () => import("@/app/api/v1/notifications/send-now/route"),
  };

  const post = async (what: keyof typeof posts, params: Record<string, string>, body: unknown) =>
    call((await posts[what]()).POST, mine.apiKey, { params, body });

  const takeBack = async (params: Record<string, string>) => {
    const { DELETE } = await import("@/app/api/v1/campaigns/[campaign_id]/schedule/route");
    return call(DELETE, mine.apiKey, { params });
  };

  async function createContacts(prefix: string, count: number, token: (n: number) => string) {
    const contacts = Array.from({ length: count }, (_, n) => ({
      external_id: `${prefix}-${n}`,
      first_name: `Kişi ${n}`,
      attributes: { cohort: prefix },
      subscriptions: [{ channel: "app_push", address: token(n) }],
    }));
    const { POST } = await import("@/app/api/v1/contacts/bulk/route");
    expect((await call(POST, mine.apiKey, { body: { contacts } })).body).toMatchObject({ created: count });
  }

  async function createCampaign(cohort: string, extra: Record<string, unknown> = {}) {
    const { POST } = await import("@/app/api/v1/campaigns/route");
    const answer = await call(POST, mine.apiKey, {
      body: {
        name: cohort,
        channel_type: "app_push",
        contents: [{ language: "tr", title: "Merhaba {{ first_name }}", subtitle: "Sepetin seni bekliyor" }],
        audience: { filter: { field: "attributes.cohort", operator: "equals", value: cohort } },
        ...extra,
      },
    });
    expect(answer.status, answer.text).toBe(201);
    return { campaign_id: String(answer.body.id) };
  }

  async function read(params: Record<string, string>) {
    const { GET } = await import("@/app/api/v1/campaigns/[campaign_id]/route");
    return (await call(GET, mine.apiKey, { params })).body as { status: string; totals: Totals | null };
  }

  const balance = ({ audience, ...parts }: Totals) =>
    expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(audience);

  const setRate = (rate: number) => mine.scope.sql`
    update providers set rate_per_second = ${rate}, version = version + 1
    where workspace_id = ${mine.workspaceId} and channel = 'app_push'`;

  const stats = () => sandbox.readStats(mine.workspaceId);

  it("reaches everybody once and says what became of each", async () => {
    await createContacts("all", 600, (n) => (n % 100 === 7 ? `device-gone-${n}` : `device-all-${n}`));
    const params = await createCampaign("all");
    const scheduled = await post("schedule", params, {});
    expect(scheduled.body).toMatchObject({ status: "scheduled" });
    await expect.poll(async () => (await read(params)).status, { timeout: 20_000 }).toBe("sent");
    const { totals } = await read(params);
    expect(totals).toMatchObject({ audience: 600, sent: 594, failed: 6, pending: 0 });
    balance(totals as Totals);
    expect(await stats()).toMatchObject({ shown: 594, shownTwice: 0 });
  });

  it("leaves no workflow waiting for a schedule that was taken back", async () => {
    await createContacts("later", 1, (n) => `device-later-${n}`);
    const statuses = async (before = 0) => {
      const runs = await mine.scope.sql<{ status: string }>`
        select status from workflow.runs where function_id like '%start-campaign' order by id offset ${before}`;
      return runs.map(({ status }) => status);
    };
    const before = (await statuses()).length;
    const params = await createCampaign("later");
    const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
    await post("schedule", params, { scheduled_at: scheduledAt });
    await expect.poll(() => statuses(before)).toEqual(["active"]);
    expect((await takeBack(params)).body).toMatchObject({ status: "draft" });
    await expect.poll(() => statuses(before)).toEqual(["cancelled"]);
    await post("schedule", params, { scheduled_at: scheduledAt });
    await expect.poll(() => statuses(before)).toEqual(["cancelled", "active"]);
    await post("cancel", params, {});
    await expect.poll(() => statuses(before)).toEqual(["cancelled", "cancelled"]);
  });

  it("skips who may not be written to and names the reason", async () => {
    await createContacts("gate", 3, (n) => `device-gate-${n}`);
    const { POST } = await import("@/app/api/v1/contacts/route");
    await call(POST, mine.apiKey, {
      body: { external_id: "gate-0", consents: [{ channel: "app_push", status: "denied" }] },
    });
    await call(POST, mine.apiKey, { body: { external_id: "gate-nobody", attributes: { cohort: "gate" } } });
    const params = await createCampaign("gate");
    const forecast = await call(
      (await import("@/app/api/v1/campaigns/[campaign_id]/forecast/route")).GET,
      mine.apiKey,
      { params },
    );
    expect(forecast.body).toMatchObject({ audience: 4, reachable: 2 });
    await post("schedule", params, {});
    await expect.poll(async () => (await read(params)).status, { timeout: 20_000 }).toBe("sent");
    const progress = await call(
      (await import("@/app/api/v1/campaigns/[campaign_id]/progress/route")).GET,
      mine.apiKey,
      { params },
    );
    expect(progress.body).toMatchObject({ skipped_by_reason: { no_consent: 1, no_endpoint: 1 } });
    balance((await read(params)).totals as Totals);
  });

  it("refuses to schedule what could not be sent, naming each field, and changes nothing", async () => {
    const params = await createCampaign("nobody-at-all", {
      contents: [{ language: "tr", title: "{{ broken" }],
    });
    const refused = await post("schedule", params, {});
    expect(refused.status).toBe(422);
    expect((refused.body.errors as { code: string }[]).map(({ code }) => code)).toContain("empty_audience");
    const past = await post("schedule", params, { scheduled_at: "2020-01-01T00:00:00Z" });
    expect(past).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "scheduled_at", code: "past_date" }] },
    });
    expect((await read(params)).status).toBe("draft");
  });

  it("does not send a campaign that was taken back before its time", async () => {
    await createContacts("undo", 2, (n) => `device-undo-${n}`);
    const params = await createCampaign("undo");
    await post("schedule", params, { undo_seconds: 2 });
    expect((await takeBack(params)).body).toMatchObject({ status: "draft" });
    const again = await post("schedule", params, { undo_seconds: 3 });
    expect(again.status).toBe(200);
    await expect.poll(async () => (await read(params)).status, { timeout: 20_000 }).toBe("sent");
    expect((await read(params)).totals).toMatchObject({ audience: 2, sent: 2 });
  });

  it("stops at a pause within one flush, and goes on where it was", async () => {
    await createContacts("pause", 900, (n) => `device-pause-${n}`);
    await setRate(150);
    const params = await createCampaign("pause");
    await post("schedule", params, {});
    await expect
      .poll(async () => (await read(params)).totals?.sent ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(50);
    expect((await post("pause", params, {})).body).toMatchObject({ status: "paused" });
    await setRate(5_000);
    await expect
      .poll(
        async () => {
          const [open] = await mine.scope.sql<{
            count: number;
          }>`select count(*)::int as count from run_chunks where workspace_id = ${mine.workspaceId} and lease_until is not null`;
          return open?.count;
        },
        { timeout: 20_000 },
      )
      .toBe(0);
    const paused = (await read(params)).totals as Totals;
    expect(paused.pending).toBeGreaterThan(0);
    balance(paused);
    await post("resume", params, {});
    await expect.poll(async () => (await read(params)).status, { timeout: 20_000 }).toBe("sent");
    expect((await read(params)).totals).toMatchObject({ audience: 900, sent: 900 });
    expect(await stats()).toMatchObject({ shownTwice: 0 });
  });

  it("counts whoever was not reached as cancelled", async () => {
    await createContacts("cancel", 900, (n) => `device-cancel-${n}`);
    await setRate(150);
    const params = await createCampaign("cancel");
    await post("schedule", params, {});
    await expect
      .poll(async () => (await read(params)).totals?.sent ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(50);
    expect((await post("cancel", params, {})).body).toMatchObject({ status: "cancelled" });
    await setRate(5_000);
    await expect.poll(async () => (await read(params)).totals?.pending, { timeout: 20_000 }).toBe(0);
    const totals = (await read(params)).totals as Totals;
    expect(totals.cancelled).toBeGreaterThan(0);
    balance(totals);
    expect((await post("resume", params, {})).body).toMatchObject({
      code: "invalid_state",
      from: "cancelled",
    });
  });

  it("sends to named people at once, with their own words, and reports who is unknown", async () => {
    await createContacts("now", 1, () => "device-now-0");
    const answer = await post(
      "sendNow",
      {},
      {
        channel_type: "app_push",
        to: [{ external_id: "now-0", variables: { code: "482911" } }, { external_id: "stranger" }],
        contents: [{ language: "tr", title: "Giriş", body: "Kodun {{ code }}" }],
      },
    );
    expect(answer).toMatchObject({ status: 202, body: { errors: [{ index: 1, code: "unknown_contact" }] } });
    const seen = async () =>
      JSON.stringify(await sandbox.readMessages({ workspace: mine.workspaceId, to: "device-now-0" }));
    await expect.poll(seen, { timeout: 20_000 }).toContain("Kodun 482911");
  });
});
