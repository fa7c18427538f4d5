import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, it } from "vitest";
import { identityOfStream } from "./body-identity";

const lineBreak = "\r\n";

function form(boundary: string, content: string): string {
  const heading = `Content-Disposition: form-data; name="file"; filename="a.csv"`;
  return [`--${boundary}`, heading, "", content, `--${boundary}--`, ""].join(lineBreak);
}

function identify(body: string, pieceLength: number, contentType: string): Promise<string> {
  const bytes = Buffer.from(body);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, n) =>
    bytes.subarray(n * pieceLength, (n + 1) * pieceLength),
  );
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": contentType },
    body: Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>,
    duplex: "half",
  };
  return identityOfStream(new Request("http://localhost/imports?tags=a", init)).final();
}

it("a form is the same form with another boundary and cut into other pieces, and only with the same content", async () => {
  const boundary = fc.stringMatching(/^-{0,4}[a-z]{3,20}[0-9]{5,20}$/);
  const pieces = fc.integer({ min: 1, max: 70 });
  const content = fc.string({ maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(
      boundary,
      boundary,
      pieces,
      pieces,
      content,
      content,
      async (a, b, m, n, text, other) => {
        fc.pre(![text, other].some((one) => one.includes(a) || one.includes(b)));
        const first = await identify(form(a, text), m, `multipart/form-data; boundary=${a}`);
        const again = await identify(form(b, text), n, `multipart/form-data; charset=utf-8; boundary="${b}"`);
        const changed = await identify(form(b, other), n, `multipart/form-data; boundary=${b}`);
        expect(again).toBe(first);
        expect(changed === first).toBe(text === other);
      },
    ),
  );
});

it("a boundary too short to be drawn at random is content like any other, however the form is cut", async () => {
  const typeOf = (boundary: string) => `multipart/form-data; boundary=${boundary}`;
  for (const [boundary, other] of [
    ["a", "b"],
    ["seven-1", "seven-2"],
  ] as const) {
    const first = await identify(form(boundary, "banana"), 5, typeOf(boundary));
    expect(await identify(form(boundary, "banana"), 70, typeOf(boundary))).toBe(first);
    expect(await identify(form(other, "banana"), 5, typeOf(other))).not.toBe(first);
  }
  const [drawn, again] = ["eight-01", "eight-02"];
  const first = await identify(form(drawn, "banana"), 5, typeOf(drawn));
  expect(await identify(form(again, "banana"), 70, typeOf(again))).toBe(first);
});

it("a file is the same file cut into other pieces", async () => {
  const text = "external_id,first_name\n1,Zoë\n";
  expect(await identify(text, 3, "text/csv")).toBe(await identify(text, 100, "text/csv"));
  expect(await identify(`${text} `, 100, "text/csv")).not.toBe(await identify(text, 100, "text/csv"));
});
