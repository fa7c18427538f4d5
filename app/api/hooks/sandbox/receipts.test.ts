import { beforeAll, describe, expect, it } from "vitest";
import { GET as showUnsubscribe, POST as unsubscribe } from "@/app/(public)/u/[token]/route";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { unsubscribeUrlOf } from "@/lib/domain/contacts/unsubscribe/unsubscribe-link";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { newId } from "@/lib/platform/ids";
import { signReceipt } from "@/lib/providers/sandbox/sandbox-receipt";
import { POST } from "./route";

describe("words from outside about a message", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let contactId: string;
  const runId = newId();
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    contactId = (
      await upsertContact(mine.ctx, { externalId: "r-1", phone: "+905321234567", email: "r@example.com" })
    ).id;
    await mine.scope.sql`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at, audience_count, ended_at)
      values (${mine.workspaceId}, ${runId}, 'transactional', 'finished', 'sms', 'transactional', '[]', now(), 1, now())`;
    await mine.scope.sql`
      insert into run_chunks (workspace_id, run_id, chunk_no, after_contact_id, last_contact_id, size, status, sent)
      values (${mine.workspaceId}, ${runId}, 1, '00000000-0000-0000-0000-000000000000', ${contactId}, 1, 'done', 1)`;
    await mine.scope.sql`
      insert into notifications (workspace_id, run_id, contact_id) values (${mine.workspaceId}, ${runId}, ${contactId})`;
    await mine.scope.sql`
      insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status, provider_message_id)
      values (${mine.workspaceId}, ${runId}, ${contactId}, ${newId()}, 'sms', ${newId()}, 'accepted', 'm-1')`;
  });

  const tell = (part: Record<string, unknown>, secret?: string) =>
    post(
      JSON.stringify({
        id: newId(),
        workspaceId: mine.workspaceId,
        channel: "sms",
        to: "+905321234567",
        providerMessageId: "m-1",
        occurredAt: new Date().toISOString(),
        ...part,
      }),
      secret,
    );
  const post = (body: string, secret = purposeKey("receipts").toString("base64url")) => {
    const headers = signReceipt("id-1", body, secret, Date.now());
    return POST(new Request("http://localhost/api/hooks/sandbox", { method: "POST", body, headers }));
  };

  const delivery = async () => {
    const rows = await mine.scope.sql<{
      status: string;
    }>`select status from deliveries where workspace_id = ${mine.workspaceId}`;
    return rows[0]?.status;
  };
  const delivered = async () => {
    const rows = await mine.scope.sql<{ count: number }>`
      select coalesce(sum(delivered), 0)::int as count from campaign_hours where workspace_id = ${mine.workspaceId}`;
    return rows[0]?.count;
  };
  const consentOf = async (channel: string) => {
    const rows = await mine.scope.sql<{ status: string }>`
      select status from consents where workspace_id = ${mine.workspaceId} and contact_id = ${contactId} and channel = ${channel}`;
    return rows[0]?.status;
  };

  it.each([
    ["a body that is too long", () => post("x".repeat(64 * 1024 + 1)), 413, "payload_too_large"],
    ["a body that is no JSON", () => post("{"), 400, "invalid_request"],
    ["a field that is missing", () => post("{}"), 400, "invalid_request"],
    [
      "a workspace that is not here",
      () => tell({ type: "delivered", workspaceId: newId() }),
      404,
      "not_found",
    ],
    ["another's signature", () => tell({ type: "delivered" }, "another secret"), 401, "unauthenticated"],
  ])("says as the rest of the API does what is wrong with %s", async (_what, ask, status, code) => {
    const answer = await ask();
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code });
  });

  it("refuses a receipt that is not signed by the provider", async () => {
    expect((await tell({ type: "delivered" }, "another secret")).status).toBe(401);
    expect(await delivery()).toBe("accepted");
  });

  it("counts a delivery once, however often it is told", async () => {
    for (let n = 0; n < 3; n += 1) expect((await tell({ type: "delivered" })).status).toBe(204);
    expect(await delivery()).toBe("delivered");
    expect(await delivered()).toBe(1);
  });

  it("does not let a late failure undo a delivery", async () => {
    await tell({ type: "failed", code: "30003" });
    expect(await delivery()).toBe("delivered");
  });

  it("moves a person whose message did not arrive from sent to failed, in the run and in the hours alike", async () => {
    await mine.scope.sql`
      update deliveries set status = 'accepted', delivered_at = null where workspace_id = ${mine.workspaceId}`;
    for (let n = 0; n < 2; n += 1) await tell({ type: "failed", code: "30003" });
    const rows = await mine.scope.sql`
      select k.sent, k.failed, k.reasons, (select sum(h.failed) from campaign_hours h where h.workspace_id = k.workspace_id)::int as hourly
      from run_chunks k where k.workspace_id = ${mine.workspaceId}`;
    expect(rows).toEqual([{ sent: 0, failed: 1, reasons: { "failed:30003": 1 }, hourly: 1 }]);
  });

  it("honours a reply that asks to stop, in Turkish as well, and no other reply", async () => {
    await tell({ type: "reply", text: "Siparişim nerede, dur bakalım" });
    expect(await consentOf("sms")).toBeUndefined();
    await tell({ type: "reply", text: " İPTAL. " });
    expect(await consentOf("sms")).toBe("denied");
    const rows = await mine.scope
      .sql`select 1 from suppressions where workspace_id = ${mine.workspaceId} and address_key = '+905321234567'`;
    expect(rows).toHaveLength(1);
  });

  it("opts a person out with the one click of their mail program, and never by merely looking", async () => {
    const token = unsubscribeUrlOf(mine.workspaceId, contactId, "email").split("/").at(-1) ?? "";
    const segment = (value: string) => ({ params: Promise.resolve({ token: value }) });
    const url = `http://localhost/u/${token}`;
    await mine.scope.sql`update workspaces set name = 'Moda <b>' where id = ${mine.workspaceId}`;
    const asked = await showUnsubscribe(new Request(url), segment(token));
    expect(asked.status).toBe(200);
    const shown = await asked.text();
    expect(shown).toContain("Messages from Moda &lt;b&gt;");
    expect(shown).toContain("r•••@example.com");
    expect(await consentOf("email")).toBeUndefined();
    const oneClick = () =>
      new Request(url, { method: "POST", body: new URLSearchParams("List-Unsubscribe=One-Click") });
    expect((await unsubscribe(oneClick(), segment(token))).status).toBe(200);
    expect(await consentOf("email")).toBe("denied");
    // Another letter for certain, and not the last one, half of whose bits say nothing.
    const forged = `${token.slice(0, -4)}${token.at(-4) === "A" ? "B" : "A"}${token.slice(-3)}`;
    expect((await unsubscribe(oneClick(), segment(forged))).status).toBe(404);
  });

  it("shows who unsubscribes the address that works, not an older one that bounced", async () => {
    await mine.scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, platform, address, address_key, status, created_at)
      values (${mine.workspaceId}, ${newId()}, ${contactId}, 'email', 'email', 'old@example.com', 'old@example.com', 'gone',
        now() - interval '1 year')`;
    const url = unsubscribeUrlOf(mine.workspaceId, contactId, "email");
    const params = Promise.resolve({ token: url.split("/").at(-1) ?? "" });
    const shown = await (await showUnsubscribe(new Request(url), { params })).text();
    expect(shown).toContain("r•••@example.com");
    expect(shown).not.toContain("o•••@example.com");
  });
});
