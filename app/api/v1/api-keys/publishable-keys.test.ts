import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { contracts } from "@/lib/contracts/registry";
import { createHotLane } from "@/lib/platform/http/hot-lane";
import { call } from "@/lib/platform/testing/call";
import { hotRoutes } from "../../hot-routes";
import { loadRoutes } from "../../testing/load-routes";
import { POST as identify } from "../contacts/identify/route";
import { GET as getContact, POST as upsertContact } from "../contacts/route";
import { POST as trackEvents } from "../events/route";
import { POST as createKey, GET as listKeys } from "./route";

const shop = "https://shop.example.com";

describe("a key that stands in a web page", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let key: string;
  let server: Server;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const body = { name: "Shop", kind: "publishable", origins: [shop] };
    key = String((await call(createKey, mine.apiKey, { body })).body.secret);
    const lane = createHotLane(hotRoutes, contracts);
    server = createServer((req, res) => void (lane(req, res) || res.writeHead(404).end()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => server.close());

  const event = { name: "visited", anonymous_id: "b-1", create_contact: true };

  it("is shown again, since it is no secret, with what it may do and where", async () => {
    expect(key).toMatch(/^pp_pub_/);
    const { body } = await call(listKeys, mine.apiKey);
    expect(body.data).toMatchObject([
      {
        kind: "publishable",
        publishable_key: key,
        origins: [shop],
        scopes: ["events.track", "subscriptions.write"],
      },
      { kind: "secret", publishable_key: null },
    ]);
  });

  it.each([
    { name: "x", kind: "publishable" },
    { name: "x", kind: "publishable", origins: ["https://shop.example.com/path"] },
    { name: "x", kind: "publishable", origins: ["*"] },
    { name: "x", kind: "publishable", origins: [shop], scopes: ["contacts.read"] },
    { name: "x", kind: "publishable", origins: [shop], scopes: ["all"] },
    { name: "x", kind: "secret", scopes: ["all"], origins: [shop] },
    { name: "x" },
  ])("is made with origins, and for no more than pages may do: %j", async (body) => {
    expect((await call(createKey, mine.apiKey, { body })).status).toBe(400);
  });

  it("tracks from its origins and from no other", async () => {
    const from = (headers: Record<string, string>) => call(trackEvents, key, { body: event, headers });
    expect(await from({ origin: shop })).toMatchObject({ status: 200, body: { accepted: 1 } });
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { referer: "https://evil.example/" },
    ];
    for (const headers of elsewhere)
      expect(await from(headers)).toMatchObject({
        status: 403,
        body: { reason: "origin_not_allowed" },
      });
    expect((await from({})).status).toBe(403);
  });

  it("does nothing else at all", async () => {
    const routes = await loadRoutes();
    for (const { handler } of routes.filter((one) => !one.handler.contract.browsers)) {
      const request = new Request("http://localhost/x", {
        method: handler.contract.method,
        headers: { authorization: `Bearer ${key}`, origin: shop },
      });
      const { access, path } = handler.contract;
      const { status } = await handler(request, { params: Promise.resolve({}) });
      if (access !== "public")
        expect([path, status]).toEqual([path, expect.toSatisfy((n) => n === 401 || n === 403)]);
    }
  });

  it("says less than a server does: it fills gaps, and takes no address from anybody", async () => {
    const body = { external_id: "u-1", first_name: "Ayşe", email: "ayse@example.com" };
    const { body: known } = await call(upsertContact, mine.apiKey, { body });
    const traits = { first_name: "Mallory", city: "İzmir", email: "mallory@example.com" };
    const headers = { origin: shop };
    await call(identify, key, { body: { external_id: "u-1", traits }, headers });
    await call(identify, key, {
      body: { anonymous_id: "m-1", traits: { email: "ayse@example.com" } },
      headers,
    });
    const { body: found } = await call(getContact, mine.apiKey, { query: { external_id: "u-1" } });
    expect(found.data).toMatchObject([
      { id: known.id, first_name: "Ayşe", city: "İzmir", email: "ayse@example.com" },
    ]);
  });

  it("puts no address of another site into the events and names that messages repeat", async () => {
    const told = (name: string, properties: object, caller = key) =>
      call(trackEvents, caller, {
        body: { ...event, name, properties: { cart_id: "c", product_id: "p", ...properties } },
        headers: { origin: shop },
      });
    const item = { product_id: "p", name: "Node.js: the book", image_url: "https://cdn.example/a.png" };
    for (const url of [`${shop}/cart?id=1`, ` ${shop}/o'neill/ `, ""]) {
      expect((await told("cart_updated", { url, items: [{ ...item, url }, item] })).status).toBe(200);
      expect((await told("product_viewed", { url })).status).toBe(200);
    }
    const foreign = [
      "https://evil.example",
      "//evil.example",
      "https:evil.example/x",
      "https:/evil.example/x",
      "evil.example/login",
      "www.evil.example",
      "evil://x",
      "javascript:alert(1)",
      "/cart",
      `${shop}.evil.example/`,
      `${shop}@evil.example/`,
      `${shop}\\@evil.example`,
      "https://user:password@shop.example.com/",
      `${shop}/ https://evil.example/`,
      `${shop}/\nhttps://evil.example/`,
      `${shop}/?x="><a href=https://evil.example>`,
    ];
    for (const url of foreign) {
      for (const name of ["cart_updated", "cart_abandoned", "product_viewed"])
        expect(await told(name, { url })).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: "properties.url", code: "foreign_url" }] },
        });
      expect(await told("cart_updated", { items: [item, { ...item, url }] })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "properties.items.1.url" }] },
      });
      expect((await told("product_viewed", { items: { 0: { url } } })).status).toBe(400);
      expect((await told("cart_updated", { url }, mine.apiKey)).status).toBe(200);
    }
    const honest = {
      cart_id: "gid://shopify/Cart/1",
      referrer: "https://search.example/?q=a",
      items: [{ ...item, name: "Ratio 1://2", thumbnail_url: "https://cdn.example/b.png", image: "/c.png" }],
    };
    expect((await told("cart_updated", honest)).status).toBe(200);
    expect((await told("cart_updated", { checkout_url: "//evil.example/pay" })).status).toBe(400);
    const links = [
      "Prize https://evil.example",
      "www.evil.example",
      "ｈttps：//evil.example",
      "ht\u200btps://evil.example",
      "https:evil.example",
      "javascript:alert(1)",
      "evil.example/prize",
      "evil.example?prize=1",
      "evil.example:8080",
      "evil.xn--p1ai#a",
      "еvil.рф/x",
      "mailto:evil@evil.example",
    ];
    for (const text of links) {
      expect((await told("cart_updated", { items: [{ ...item, name: text }] })).status).toBe(400);
      expect((await told("cart_updated", { more: { note: text } })).status).toBe(400);
      const body = { external_id: "u-1", traits: { first_name: text } };
      expect(await call(identify, key, { body, headers: { origin: shop } })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "traits.first_name", code: "foreign_url" }] },
      });
    }
    expect(
      (await told("cart_updated", { items: [{ ...item, image_url: "https://x.example/a b" }] })).status,
    ).toBe(400);
  });

  it("is answered across origins by the lane, without cookies, and only where pages may call", async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = (path: string) =>
      fetch(`${url}${path}`, {
        method: "OPTIONS",
        headers: { origin: shop, "access-control-request-method": "POST" },
      });
    const allowed = await ask("/api/v1/events");
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(shop);
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    expect((await ask("/api/v1/contacts")).headers.get("access-control-allow-origin")).toBeNull();
    const tracked = await fetch(`${url}/api/v1/events`, {
      method: "POST",
      headers: { origin: shop, authorization: `Bearer ${key}` },
      body: JSON.stringify(event),
    });
    expect(tracked.status).toBe(200);
    expect(tracked.headers.get("access-control-allow-origin")).toBe(shop);
  });
});
