import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend, type PastPerson } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireId, toWireNotificationId } from "@/lib/contracts/wire/ids";
import type { NotificationStatus } from "@/lib/domain/runs/run";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { GET as getNotification } from "./[notification_id]/route";
import { GET as listNotifications } from "./route";

type Wire = { id: string; status: string; contact: { first_name: string } | null };

/** One of each kind, named after the status it must have while its run is under way. */
const people: (PastPerson & { firstName: string })[] = [
  { firstName: "sent", deliveries: ["accepted"] },
  { firstName: "sent", deliveries: ["delivered", "failed"] },
  { firstName: "sent", deliveries: ["unknown", "accepted"] },
  { firstName: "failed", deliveries: ["failed", "failed"] },
  { firstName: "unknown", deliveries: ["failed", "unknown"] },
  { firstName: "pending", deliveries: ["retrying", "accepted"] },
  { firstName: "pending" },
  { firstName: "skipped", skip: { reason: "no_consent", inputs: { consent: "denied" } } },
];

async function walk(apiKey: string, query: Record<string, string>): Promise<Wire[]> {
  const seen: Wire[] = [];
  let after: string | undefined;
  do {
    const page = await call(listNotifications, apiKey, { query: { ...query, ...(after ? { after } : {}) } });
    expect(page.status, page.text).toBe(200);
    seen.push(...(page.body.data as Wire[]));
    after = (page.body.next_cursor as string | null) ?? undefined;
  } while (after);
  return seen;
}

describe("notifications over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  it("derives each status and finds exactly its people by it", async () => {
    const campaign = { name: "Live", status: "sending" } as const;
    const { runId } = await addPastSend(mine.scope, { campaign, runStatus: "sending", people });
    const run_id = toWireId("run", runId);
    const all = await walk(mine.apiKey, { run_id });
    expect(all.map((row) => row.status)).toEqual(all.map((row) => row.contact?.first_name));
    for (const status of ["sent", "failed", "unknown", "pending", "skipped", "cancelled"]) {
      const found = await walk(mine.apiKey, { run_id, status });
      const expected = all.filter((row) => row.status === status).map((row) => row.id);
      expect(
        found.map((row) => row.id),
        status,
      ).toEqual(expected);
    }
    const several = await walk(mine.apiKey, { run_id, status: "failed,skipped,pending", limit: "2" });
    expect(several.map((row) => row.id)).toEqual(
      all
        .filter((row) => (["failed", "skipped", "pending"] as string[]).includes(row.status))
        .map((row) => row.id),
    );
  });

  it("calls whoever a cancelled run did not come to cancelled", async () => {
    const campaign = { name: "Stopped", status: "cancelled" } as const;
    const { runId } = await addPastSend(mine.scope, { campaign, runStatus: "cancelled", people });
    const run_id = toWireId("run", runId);
    const cancelled = await walk(mine.apiKey, { run_id, status: "cancelled" satisfies NotificationStatus });
    expect(cancelled.map((row) => row.contact?.first_name)).toEqual(["pending", "pending"]);
    expect(await walk(mine.apiKey, { run_id, status: "pending" })).toEqual([]);
  });

  it("visits everybody once across runs, newest run first", async () => {
    const scenario = await createScenario(database.sql);
    const sent = { deliveries: ["accepted"] } satisfies PastPerson;
    const sends = [];
    for (const count of [7, 1, 12])
      sends.push(await addPastSend(scenario.scope, { people: Array.from({ length: count }, () => sent) }));
    const expected = sends
      .reverse()
      .flatMap(({ runId, contactIds }) =>
        contactIds.reverse().map((contactId) => toWireNotificationId({ runId, contactId })),
      );
    const queries: Record<string, string>[] = [
      {},
      { status: "sent" },
      { status: "sent,failed" },
      { channel: "app_push" },
    ];
    for (const query of queries) {
      const seen = await walk(scenario.apiKey, { ...query, limit: "3" });
      expect(seen.map((row) => row.id)).toEqual(expected);
    }
    expect(await walk(scenario.apiKey, { channel: "sms" })).toEqual([]);
  });

  it("filters by campaign, contact, words and time", async () => {
    const scenario = await createScenario(database.sql);
    const before = new Date();
    const first = await addPastSend(scenario.scope, {
      campaign: { name: "One", status: "sent" },
      people: [{ firstName: "Zeynep", deliveries: ["accepted"] }],
    });
    const other = await addPastSend(scenario.scope, { people: [{ deliveries: ["failed"] }] });
    const idsOf = async (query: Record<string, string>) =>
      (await walk(scenario.apiKey, query)).map((row) => row.id);
    const zeynep = toWireNotificationId({ runId: first.runId, contactId: first.contactIds[0] ?? "" });
    const failed = toWireNotificationId({ runId: other.runId, contactId: other.contactIds[0] ?? "" });
    expect(await idsOf({ campaign_id: toWireId("campaign", first.campaignId ?? "") })).toEqual([zeynep]);
    expect(await idsOf({ contact_id: toWireId("contact", other.contactIds[0] ?? "") })).toEqual([failed]);
    expect(await idsOf({ q: "zeyn" })).toEqual([zeynep]);
    expect(await idsOf({ q: "nobody" })).toEqual([]);
    expect(await idsOf({ since: before.toISOString() })).toEqual([failed, zeynep]);
    expect(await idsOf({ until: before.toISOString() })).toEqual([]);
    expect(await idsOf({ since: new Date(Date.now() + 60_000).toISOString(), status: "failed" })).toEqual([]);
  });

  it("claims a consent only where one was recorded before it was sent", async () => {
    const { runId, contactIds } = await addPastSend(mine.scope, {
      people: Array.from({ length: 4 }, () => ({ deliveries: ["accepted" as const] })),
    });
    const groundOf = async (position: number) => {
      const key = { runId, contactId: contactIds[position] ?? "" };
      const params = { notification_id: toWireNotificationId(key) };
      return (await call(getNotification, mine.apiKey, { params })).body.consent_ground;
    };
    const say = (position: number, status: string, since: string) => mine.scope.sql`
      insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
      values (${mine.workspaceId}, ${contactIds[position] ?? ""}, 'app_push', 'marketing', ${status}, 'test',
        now() + ${since}::interval)`;
    await say(1, "granted", "-1 day");
    await say(2, "granted", "1 day");
    await say(3, "denied", "1 day");
    expect(await Promise.all([0, 1, 2, 3].map(groundOf))).toEqual(["not_recorded", "granted", null, null]);
    await mine.scope.sql`
      update runs set category = 'transactional' where workspace_id = ${mine.workspaceId} and id = ${runId}`;
    expect(await groundOf(0)).toBe("not_needed");
  });

  it("says why somebody was left out, and what was asked before", async () => {
    const { runId, contactIds } = await addPastSend(mine.scope, { people });
    const at = (position: number) =>
      call(getNotification, mine.apiKey, {
        params: { notification_id: toWireNotificationId({ runId, contactId: contactIds[position] ?? "" }) },
      });
    const skipped = await at(7);
    expect(skipped.body).toMatchObject({
      status: "skipped",
      skip: { reason: "no_consent", inputs: { consent: "denied" } },
      content: { language: "tr", body: "Hoş geldin" },
      deliveries: [],
    });
    expect(skipped.body.gates).toEqual([
      { gate: "expired", verdict: "passed" },
      { gate: "merged", verdict: "passed" },
      { gate: "erased", verdict: "passed" },
      { gate: "suppressed", verdict: "passed" },
      { gate: "no_consent", verdict: "stopped" },
      { gate: "no_endpoint", verdict: "not_asked" },
      { gate: "zone_passed", verdict: "not_asked" },
      { gate: "unknown_zone", verdict: "not_asked" },
      { gate: "frequency_cap", verdict: "not_asked" },
      { gate: "quiet_hours", verdict: "not_asked" },
      { gate: "no_code", verdict: "not_asked" },
    ]);
    expect(skipped.body.consent_ground).toBeNull();
    const failed = await at(3);
    expect(failed.body.consent_ground).toBe("not_recorded");
    expect(failed.body.deliveries).toMatchObject([
      { status: "failed", attempts: 2, code: "UNREGISTERED", detail: "The token is gone." },
      { status: "failed" },
    ]);
    const waiting = await at(6);
    expect(
      (waiting.body.gates as { verdict: string }[]).every(({ verdict }) => verdict === "not_asked"),
    ).toBe(true);
  });

  it("stays readable after its contact is deleted", async () => {
    const { runId, contactIds } = await addPastSend(mine.scope, { people: [{ deliveries: ["accepted"] }] });
    const contactId = contactIds[0] ?? "";
    await mine.scope.sql`delete from contacts where workspace_id = ${mine.workspaceId} and id = ${contactId}`;
    const answer = await call(getNotification, mine.apiKey, {
      params: { notification_id: toWireNotificationId({ runId, contactId }) },
    });
    expect(answer).toMatchObject({ status: 200, body: { contact: null, status: "sent" } });
  });

  it("keeps another workspace's notifications to itself", async () => {
    const foreign = await addPastSend(theirs.scope, {
      campaign: { name: "Secret", status: "sent" },
      people: [{ deliveries: ["failed"] }],
    });
    const contactId = foreign.contactIds[0] ?? "";
    const get = (key: { runId: string; contactId: string }) =>
      call(getNotification, mine.apiKey, { params: { notification_id: toWireNotificationId(key) } });
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    const hidden = await get({ runId: foreign.runId, contactId });
    expect(hidden.status).toBe(404);
    expect(withoutId(hidden.text)).toBe(withoutId((await get({ runId: newId(), contactId: newId() })).text));
    const queries: Record<string, string>[] = [
      { run_id: toWireId("run", foreign.runId) },
      { campaign_id: toWireId("campaign", foreign.campaignId ?? "") },
      { contact_id: toWireId("contact", contactId), status: "failed" },
    ];
    for (const query of queries) expect(await walk(mine.apiKey, query)).toEqual([]);
  });

  it.each([
    [{ status: "lost" }, "status"],
    [{ run_id: "cmp_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" }, "run_id"],
    [{ since: "yesterday" }, "since"],
    [{ after: "nonsense" }, "after"],
    [{ after: Buffer.from('["a","b"]').toString("base64url") }, "after"],
    [{ page: "2" }, "page"],
    [{ limit: "0" }, "limit"],
  ])("names the wrong field of %o", async (query, pointer) => {
    const answer = await call(listNotifications, mine.apiKey, { query });
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[])[0]?.pointer).toContain(pointer);
  });
});
