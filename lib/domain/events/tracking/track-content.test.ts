import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/channels/channel";
import { compileContent } from "@/lib/domain/content/compile-content";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { newId } from "@/lib/platform/ids";
import { beaconField, trackerOf } from "./track-content";
import { noTracking, type Tracking } from "./tracking";
import { claimReader, verifyTrackingToken } from "./tracking-token";

const contactId = newId();
const variables = { first_name: "Ayşe", unsubscribe_url: "https://us.example/u/x", id: "a&b" };
const all: Tracking = { delivery: true, open: true, click: true, utm: { source: "mail" } };

function render(content: Partial<Content>, channel: Channel, tracking: Tracking = all) {
  const run = { workspaceId: newId(), runId: newId(), sendAt: new Date(), channel, tracking };
  const compiled = compileContent({ ...emptyContent, ...content }, channel, { marks: true });
  return trackerOf(run)(compiled.render(variables), contactId);
}

function claimOf(url: string, kind: "click" | "open" | "beacon") {
  const bytes = verifyTrackingToken(url.split("/").at(-1) ?? "", kind, Date.now());
  return bytes && claimReader()(bytes);
}

const destinationsIn = (text: string) =>
  [...text.matchAll(/http:\/\/localhost:\d+\/c\/([\w-]+)/g)].map(([url]) => {
    const claim = claimOf(url, "click");
    return [claim?.linkNo, claim?.destination];
  });

const page = `<html><body><p title="href='x'">Hi {{ first_name }}</p>
<a class=x href="https://shop.example/p?id={{ id }}&amp;x=1">one</a> <A HREF='https://shop.example/two'>two</A>
<a href="mailto:a@example.com">mail</a> <a href="tel:+90532">call</a> <a href="myapp://cart">app</a> <a href="#top">top</a>
<a href="{{ unsubscribe_url }}">out</a> <a name="x">no</a></body></html>`;

describe("an e-mail under tracking", () => {
  it("has each web link signed with where it leads, as it would have led, in its order", () => {
    const { html } = render({ title: "T", html: page }, "email");
    expect(destinationsIn(html)).toEqual([
      [1, "https://shop.example/p?id=a&b&x=1&utm_source=mail"],
      [2, "https://shop.example/two?utm_source=mail"],
    ]);
    for (const kept of [
      "mailto:a@example.com",
      "tel:+90532",
      "myapp://cart",
      "#top",
      variables.unsubscribe_url,
    ])
      expect(html).toContain(`href="${kept}"`);
    expect(html).toContain("Hi Ayşe");
    expect(html).toContain(`title="href='x'"`);
  });

  it("ends in one pixel of its own", () => {
    const { html } = render({ title: "T", html: page }, "email");
    const [, pixel = ""] = /<img src="([^"]+)" width="1" height="1" alt=""[^>]*><\/body>/.exec(html) ?? [];
    expect(claimOf(pixel, "open")).toMatchObject({ contactId, linkNo: 0 });
  });

  it("is tracked as well when it is made of plain text", () => {
    const { html, body } = render({ title: "T", body: "Hi https://shop.example/a?x=1&y=2, bye" }, "email");
    expect(destinationsIn(html)).toEqual([[1, "https://shop.example/a?x=1&y=2&utm_source=mail"]]);
    expect(html).toContain(">https://shop.example/a?x=1&amp;y=2</a>");
    expect(html).toContain("/o/");
    expect(body).toContain("https://shop.example/a?x=1&y=2");
  });

  it("is as it would be without us when everything is switched off", () => {
    const plain = compileContent({ ...emptyContent, title: "T", html: page }, "email").render(variables);
    expect(
      render({ title: "T", html: page }, "email", noTracking).html.replace(
        "HREF='https://shop.example/two'",
        "",
      ),
    ).toBe(
      plain.html
        .replace("HREF='https://shop.example/two'", "")
        .replace("<A >", '<A href="https://shop.example/two">'),
    );
  });

  it("gets UTM parameters without a redirect when only these are wanted", () => {
    const { html } = render({ title: "T", html: page }, "email", { ...all, open: false, click: false });
    expect(html).toContain('href="https://shop.example/p?id=a&amp;b&amp;x=1&amp;utm_source=mail"');
    expect(html).not.toMatch(/\/[co]\//);
  });
});

describe("a push under tracking", () => {
  const actions = [
    { id: "buy", title: "Buy", url: "https://shop.example/buy" },
    { id: "app", title: "Open", url: "myapp://x" },
    { id: "later", title: "Later" },
  ];

  it("has its tap and its buttons signed, app addresses left alone, and a beacon on the web", () => {
    const push = render({ title: "T", body: "B", deepLink: "https://shop.example/", actions }, "web_push");
    expect(destinationsIn(push.deepLink)).toEqual([[1, "https://shop.example/?utm_source=mail"]]);
    expect(destinationsIn(push.actions[0]?.url ?? "")).toEqual([
      [2, "https://shop.example/buy?utm_source=mail"],
    ]);
    expect(push.actions.slice(1)).toEqual(actions.slice(1));
    expect(claimOf(push.data[beaconField] ?? "", "beacon")).toMatchObject({ contactId });
    expect(render({ title: "T", body: "B" }, "app_push").data).toEqual({});
    expect(render({ title: "T", body: "B" }, "web_push", noTracking).data).toEqual({});
  });
});

it("a text has its addresses signed where that is wanted, and telegram shows them as they were", () => {
  const body = "Sale: https://shop.example/s?a=1&b=2.";
  expect(destinationsIn(render({ body }, "sms").body)).toEqual([
    [1, "https://shop.example/s?a=1&b=2&utm_source=mail"],
  ]);
  expect(render({ body }, "sms", { ...all, click: false, utm: {} }).body).toBe(body);
  const { html } = render({ body }, "telegram");
  expect(destinationsIn(html)).toEqual([[1, "https://shop.example/s?a=1&b=2&utm_source=mail"]]);
  expect(html).toContain(">https://shop.example/s?a=1&amp;b=2</a>");
});

it("an address that is too long to be signed is left as it is, rather than led nowhere", () => {
  const long = `https://shop.example/${"%E6%BC%A2".repeat(700)}`;
  expect(render({ body: `See ${long}` }, "sms").body).toContain(`${long}?utm_source=mail`);
});

it("links that a token has no number for are left as they are, rather than counted as others", () => {
  const body = Array.from({ length: 257 }, (_, n) => `https://shop.example/${n + 1}`).join(" ");
  const found = render({ body }, "sms").body.split(" ");
  expect(claimOf(found[254] ?? "", "click")).toMatchObject({ linkNo: 255 });
  expect(found.slice(255)).toEqual([256, 257].map((n) => `https://shop.example/${n}?utm_source=mail`));
});
