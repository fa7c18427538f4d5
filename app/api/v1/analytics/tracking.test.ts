import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend, type PastSendIds } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newEventId } from "@/lib/domain/events/event-id";
import { storeEngagements } from "@/lib/domain/events/tracking/store-engagements";
import { answerTracking } from "@/lib/domain/events/tracking/tracking-lane";
import { signerOf } from "@/lib/domain/events/tracking/tracking-token";
import { flushBuffers } from "@/lib/platform/batching/buffered-writer";
import { call } from "@/lib/platform/testing/call";
import { GET as listEvents } from "../events/route";
import { GET as getAnalytics } from "./campaign/[campaign_id]/route";

const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
const shop = "https://shop.example/sale?person=7";

describe("what people do with messages", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let send: PastSendIds & { campaignId: string };
  let server: Server;
  let url: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    server = createServer((req, res) => void (answerTracking(req, res) || res.writeHead(418).end()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    send = await newSend("web_push");
  });
  afterAll(() => server.close());

  async function newSend(channel: "web_push" | "email") {
    const campaign = { name: "Sale", status: "sent" } as const;
    const people = [{ deliveries: ["accepted" as const] }, { deliveries: ["accepted" as const] }];
    const sent = await addPastSend(mine.scope, { channel, campaign, people });
    return { ...sent, campaignId: sent.campaignId ?? "" };
  }

  type Of = { person?: number; linkNo?: number; destination?: string; of?: PastSendIds };

  const token = (
    kind: "open" | "click" | "beacon",
    { person = 0, linkNo = 0, destination = "", of = send }: Of = {},
  ) =>
    signerOf({ workspaceId: mine.workspaceId, runId: of.runId, sendAt: new Date() })({
      kind,
      contactId: of.contactIds[person] ?? "",
      variant: 0,
      linkNo,
      destination,
    });
  const link = (of: Of = {}) => `/c/${token("click", { linkNo: 1, destination: shop, ...of })}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { redirect: "manual", headers: { "user-agent": agent }, ...init });
  const figures = async ({ campaignId } = send) => {
    await flushBuffers();
    const params = { campaign_id: `cmp_${campaignId.replaceAll("-", "")}` };
    return (await call(getAnalytics, mine.apiKey, { params })).body;
  };

  it("leads on to where the link points, and nowhere else", async () => {
    const answer = await ask(link());
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(shop);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    for (const path of ["/c/https://evil.example", "/c/", `${link()}x`, "/c/AAAA", `/c/${token("open")}`]) {
      const refused = await ask(path);
      expect([refused.status, refused.headers.get("location")]).toEqual([404, null]);
    }
    expect((await ask(link(), { method: "POST" })).status).toBe(404);
    expect((await ask("/campaigns")).status).toBe(418);
  });

  it("counts people once and times each, by link and by hour, whoever asks again", async () => {
    const of = await newSend("email");
    for (let times = 0; times < 3; times += 1) await ask(link({ of }));
    await ask(link({ of, linkNo: 2, destination: "https://shop.example/other" }));
    await ask(link({ of, person: 1 }));
    for (const person of [0, 0, 1])
      expect((await ask(`/o/${token("open", { of, person })}`)).status).toBe(200);
    const body = await figures(of);
    expect(body).toMatchObject({ opened: 2, opens: 3, clicked: 2, clicks: 5, automated_clicks: 0 });
    expect(body.links).toEqual([
      { variant: 0, link_no: 1, url: "https://shop.example/sale", clicked: 2, clicks: 4, automated: 0 },
      { variant: 0, link_no: 2, url: "https://shop.example/other", clicked: 1, clicks: 1, automated: 0 },
    ]);
    expect(body.variants).toMatchObject([{ variant: 0, opened: 2, opens: 3 }]);
    await ask(link({ of }));
    expect(await figures(of)).toMatchObject({ opened: 2, clicked: 2, clicks: 6 });
  });

  it("counts what machines did apart, and a person after them as a person", async () => {
    const of = await newSend("email");
    await ask(link({ of }), { method: "HEAD" });
    await ask(link({ of }), { headers: { "user-agent": "Barracuda Sentinel" } });
    await ask(`/o/${token("open", { of })}`, { headers: { "user-agent": "Mozilla/5.0" } });
    expect(await figures(of)).toMatchObject({
      opened: 0,
      opens: 0,
      clicked: 0,
      clicks: 0,
      automated_opens: 1,
      automated_clicks: 2,
    });
    await ask(link({ of }));
    expect(await figures(of)).toMatchObject({ clicked: 1, clicks: 1, automated_clicks: 2 });
  });

  it("hears from service workers what was shown, which button was pressed and what was closed", async () => {
    const beacon = `/t/${token("beacon")}`;
    const tell = (path: string) => ask(path, { method: "POST" });
    for (const what of ["e=shown", "e=clicked&a=buy", "e=closed"])
      expect((await tell(`${beacon}?${what}`)).status).toBe(204);
    for (const path of [`${beacon}?e=opened`, beacon, `/t/${token("click")}?e=shown`, "/t/x?e=shown"])
      expect((await tell(path)).status).toBe(404);
    expect(await figures()).toMatchObject({ delivered: 1 });
    const { body } = await call(listEvents, mine.apiKey, { query: { name: "notification.clicked" } });
    expect(body.data).toContainEqual(
      expect.objectContaining({
        properties: { action: "buy" },
        source: "tracking",
        campaign: expect.anything(),
      }),
    );
  });

  it("becomes an event of the person, and moves nobody else's figures", async () => {
    const other = await createScenario(database.sql);
    const of = await newSend("email");
    await ask(link({ of }));
    await figures(of);
    const { body } = await call(listEvents, mine.apiKey, {
      query: { contact_id: `con_${(of.contactIds[0] ?? "").replaceAll("-", "")}` },
    });
    expect(body.data).toMatchObject([{ name: "notification.clicked", properties: { url: shop } }]);
    expect((await call(listEvents, other.apiKey)).body.data).toEqual([]);
  });

  it("counts once when a write is tried again, as after an answer that was lost", async () => {
    const of = await newSend("email");
    const note = (person: number) => ({
      id: newEventId(new Date()),
      workspaceId: mine.workspaceId,
      runId: of.runId,
      contactId: of.contactIds[person] ?? "",
      kind: "clicked" as const,
      variant: 0,
      linkNo: 1,
      url: shop,
      atMillis: Date.now(),
      isAutomated: false,
      properties: "{}",
    });
    const [first, second] = [note(0), note(1)];
    const system = SystemScope.mint(database.sql);
    await storeEngagements(system, [first]);
    await storeEngagements(system, [first, second]);
    expect(await figures(of)).toMatchObject({ clicked: 2, clicks: 2 });
  });

  it("counts what is told late under the hour in which it was done", async () => {
    const of = await newSend("email");
    const at = new Date("2026-05-01T10:20:00Z");
    await storeEngagements(SystemScope.mint(database.sql), [
      {
        id: newEventId(at),
        workspaceId: mine.workspaceId,
        runId: of.runId,
        contactId: of.contactIds[0] ?? "",
        kind: "opened",
        variant: 0,
        linkNo: 0,
        url: "",
        atMillis: at.getTime(),
        isAutomated: false,
        properties: "{}",
      },
    ]);
    const { series } = await figures(of);
    expect(series).toContainEqual(
      expect.objectContaining({ at: "2026-05-01T10:00:00.000Z", opened: 1, opens: 1 }),
    );
  });

  it("leaves nothing of test sends in the figures", async () => {
    const people = [{ deliveries: ["accepted" as const] }];
    const of = await addPastSend(mine.scope, { channel: "email", kind: "test", people });
    await ask(link({ of }));
    await flushBuffers();
    const rows = await mine.scope.sql`
      select 1 from engagements where workspace_id = ${mine.workspaceId} and run_id = ${of.runId}`;
    expect(rows).toEqual([]);
  });
});
