import { beforeAll, describe, expect, it } from "vitest";
import { POST as sendTest } from "@/app/api/v1/providers/[provider_id]/test/route";
import { POST as verify } from "@/app/api/v1/providers/[provider_id]/verify/route";
import { GET as listProviders } from "@/app/api/v1/providers/route";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { channels } from "@/lib/domain/channels/channel";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { provideEnv } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { GET as listMessages } from "./messages/route";
import { GET as getScenario, POST as setScenario } from "./scenario/route";
import { GET as getStats } from "./stats/route";

type Message = { channel: string; to: string; result: string; preview: Record<string, unknown> };

describe("the sandbox over HTTP", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await theirs.ctx.transaction(createSandboxProviders);
  });

  const providerOf = async (channel: string, who = mine) => {
    const { body } = await call(listProviders, who.apiKey, { query: { channel, status: "active" } });
    return { provider_id: String((body.data as { id: string }[])[0]?.id) };
  };
  const shownTo = async (who: Scenario, query: Record<string, string> = {}) => {
    const { body } = await call(listMessages, who.apiKey, { query });
    return body.shown as Message[];
  };

  it.each(channels)(
    "sends a test on %s, tells the answer, and shows what the device shows",
    async (channel) => {
      const params = await providerOf(channel);
      const text = { title: "Merhaba & hoş geldin", body: "Bu bir <deneme> iletisi" };
      const answer = await call(sendTest, mine.apiKey, { params, body: text });
      expect(answer).toMatchObject({
        status: 200,
        body: {
          outcome: "accepted",
          provider_message_id: expect.stringMatching(/./),
          took_ms: expect.any(Number),
        },
      });
      const [message] = await shownTo(mine, { channel });
      const lines = `${message?.preview.title}\n${message?.preview.body}`.split(/[*\n]+/);
      expect(lines.filter((line) => line !== "")).toEqual([text.title, text.body]);
      expect(await shownTo(theirs)).toEqual([]);
    },
  );

  it("proves the connection of every channel and calls it healthy", async () => {
    for (const channel of channels) {
      const { body } = await call(verify, theirs.apiKey, {
        params: await providerOf(channel, theirs),
        body: {},
      });
      expect(body, channel).toMatchObject({ is_ok: true, provider: { health: "healthy" } });
    }
  });

  it("writes to a contact's newest address, and says when there is none", async () => {
    const { id } = await upsertContact(mine.ctx, { externalId: "u-1", email: "ayse@example.com" });
    const contact_id = toWireId("contact", id);
    const sent = await call(sendTest, mine.apiKey, {
      params: await providerOf("email"),
      body: { contact_id },
    });
    expect(sent.body).toMatchObject({ outcome: "accepted", sent_to: "ayse@example.com" });
    const [mail] = await shownTo(mine, { to: "ayse@example.com" });
    expect(mail).toMatchObject({ contact: { id: contact_id, name: "u-1" } });
    const none = await call(sendTest, mine.apiKey, { params: await providerOf("sms"), body: { contact_id } });
    expect(none).toMatchObject({ status: 422, body: { reason: "no_endpoint" } });
    const { id: foreign } = await upsertContact(theirs.ctx, { externalId: "u-2", email: "x@example.com" });
    const body = { contact_id: toWireId("contact", foreign) };
    const hidden = await call(sendTest, mine.apiKey, { params: await providerOf("email"), body });
    expect(hidden).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "contact_id", code: "not_found" }] },
    });
  });

  it("tells the provider's refusal apart from a fault of ours", async () => {
    const params = await providerOf("sms");
    const gone = await call(sendTest, mine.apiKey, { params, body: { to: "+905321000001" } });
    expect(gone).toMatchObject({
      status: 200,
      body: { outcome: "recipient_gone", provider_message_id: null },
    });
    const bad = await call(sendTest, mine.apiKey, { params, body: { to: "not a number" } });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: "to", code: "invalid_phone" }] } });
    const web = await call(sendTest, mine.apiKey, {
      params: await providerOf("web_push"),
      body: { to: "https://x.co" },
    });
    expect(web).toMatchObject({ status: 400, body: { errors: [{ code: "needs_contact" }] } });
    const refused = await call(listMessages, mine.apiKey, { query: { to: "+905321000001" } });
    expect(refused.body.refused).toMatchObject([{ result: "gone" }]);
  });

  it("finds a recipient and what was refused among any number of newer messages, and says how many there are", async () => {
    const one = await createScenario(database.sql);
    await one.ctx.transaction(createSandboxProviders);
    const send = async (channel: string, to: string) =>
      call(sendTest, one.apiKey, { params: await providerOf(channel, one), body: { to } });
    await send("sms", "+905321000001");
    await send("email", "Early@example.com");
    for (const name of ["a", "b", "c"]) await send("email", `${name}@example.com`);
    const list = (query: Record<string, string>) =>
      call(listMessages, one.apiKey, { query: { limit: "2", ...query } });
    const { body } = await list({});
    expect(body).toMatchObject({
      shown: [{ to: "c@example.com" }, { to: "b@example.com" }],
      shown_total: 4,
      refused: [{ result: "gone" }],
      refused_total: 1,
    });
    for (const to of ["early@example.com", "Early@Example.com"])
      expect((await list({ to })).body, to).toMatchObject({ shown: [{}], shown_total: 1, refused_total: 0 });
  });

  it("makes trouble for one workspace until it is told to stop, and remembers what was asked", async () => {
    const trouble = { throttled_share: 1, unavailable_share: 0, latency_ms: 5 };
    const set = await call(setScenario, mine.apiKey, { body: trouble });
    expect(set.body).toEqual(trouble);
    expect((await call(getScenario, mine.apiKey)).body).toEqual(trouble);
    expect((await call(getScenario, theirs.apiKey)).body).toMatchObject({ throttled_share: 0 });
    const params = await providerOf("app_push");
    expect((await call(sendTest, mine.apiKey, { params, body: {} })).body).toMatchObject({
      outcome: "throttled",
    });
    const calm = { throttled_share: 0, unavailable_share: 0, latency_ms: 0 };
    await call(setScenario, mine.apiKey, { body: calm });
    expect((await call(sendTest, mine.apiKey, { params, body: {} })).body).toMatchObject({
      outcome: "accepted",
    });
    const wrong = await call(setScenario, mine.apiKey, { body: { ...calm, throttled_share: 2 } });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: "throttled_share" }] } });
  });

  it("counts, for members too; strangers and members may not change anything", async () => {
    const member = await signInMember(database.sql, mine, "member");
    const stats = await call(getStats, member);
    expect(stats).toMatchObject({ status: 200, body: { asked: expect.any(Number), shown_twice: 0 } });
    expect((await call(setScenario, member, { body: {} })).status).toBe(403);
    for (const handler of [listMessages, getStats, getScenario, setScenario]) {
      expect((await call(handler, {})).status).toBe(401);
    }
  });

  it("says plainly that none is running", async () => {
    provideEnv({ PUSHPILOT_SANDBOX_URL: "http://127.0.0.1:1" });
    const stopped = await call(listMessages, mine.apiKey, { headers: { "accept-language": "tr" } });
    expect(stopped).toMatchObject({ status: 503, body: { reason: "sandbox_not_running" } });
    expect(stopped.body.detail).toContain("çalışmıyor");
    provideEnv({ PUSHPILOT_SANDBOX_URL: sandbox.url });
  });
});
