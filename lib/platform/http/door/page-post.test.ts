import { describe, expect, it } from "vitest";
import { findPostProblem, pageBodyBytesMax } from "./page-post";

const post = (body: BodyInit, headers: Record<string, string> = {}, path = "/sign-in") => {
  const init = { method: "POST", body, duplex: "half", headers: { host: "push.example", ...headers } };
  return new Request(`http://push.example${path}`, init as RequestInit);
};

const form = () => {
  const data = new FormData();
  data.set("email", "a@example.com");
  return data;
};

const asForm = { "content-type": "multipart/form-data; boundary=x" };

describe("what is posted to a page", () => {
  it("is left alone when it is a form of ours", async () => {
    const own = { origin: "https://push.example" };
    for (const one of [
      post(form()),
      post(form(), own),
      post("a=b", { "content-type": "application/x-www-form-urlencoded" }),
      post("[]", { ...own, "next-action": "7f", "content-type": "text/plain" }),
      post(form(), { origin: "https://public.example", "x-forwarded-host": "public.example" }),
    ]) {
      expect(await findPostProblem(one)).toBeUndefined();
      expect(await one.text(), "still to be read").not.toBe("");
    }
  });

  it.each([
    "--x broken",
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut',
    "--x\r\nContent-Disposition: nothing\r\n\r\na\r\n--x--\r\n",
    "",
  ])("is refused when it calls itself a form and is none: %j", async (body) => {
    expect(await findPostProblem(post(body, asForm))).toMatchObject({ code: "invalid_request" });
  });

  it("is refused when it names no boundary", async () => {
    const headers = { "content-type": "multipart/form-data" };
    expect(await findPostProblem(post("a", headers))).toMatchObject({ code: "invalid_request" });
  });

  it("is refused over the limit, whatever length it declares", async () => {
    const chunk = new Uint8Array(64 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
        if (sent > pageBodyBytesMax * 8) controller.close();
      },
    });
    expect(await findPostProblem(post(body))).toMatchObject({ code: "payload_too_large" });
    expect(sent).toBeLessThan(pageBodyBytesMax * 2);
  });

  it.each(["https://evil.example", "null", "x", "https://push.example.evil"])(
    "is refused when a form or an action comes from %s",
    async (origin) => {
      for (const one of [post(form(), { origin }), post("[]", { origin, "next-action": "7f" })]) {
        expect(await findPostProblem(one)).toMatchObject({
          code: "forbidden",
          details: { reason: "foreign_form" },
        });
      }
    },
  );

  it("is a click of RFC 8058 wherever it comes from", async () => {
    const origin = "https://mail.example";
    expect(await findPostProblem(post(form(), { origin }, "/u/token"))).toBeUndefined();
  });
});
