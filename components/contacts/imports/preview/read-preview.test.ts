import { describe, expect, it } from "vitest";
import { readPreview } from "./read-preview";

const fileOf = (...parts: BlobPart[]) => new File(parts, "people.csv");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44]);
const mib = 1024 * 1024;

describe("the look at a file before it is sent", () => {
  it.each([
    ["nothing", fileOf(""), { kind: "empty" }],
    ["only a heading", fileOf("external_id,email\n"), { kind: "headerOnly" }],
    ["a workbook under another name", fileOf("PK\u0003\u0004rest"), { kind: "workbook" }],
    ["a picture under another name", fileOf(png), { kind: "notCsv" }],
    [
      "a quote that never closes",
      fileOf('external_id,ad\nq-1,"açık\n'),
      { kind: "quote_not_closed", line: 2 },
    ],
    ["one endless line", fileOf("external_id\n", "x".repeat(6 * mib)), { kind: "row_too_long", line: 2 }],
  ] as const)("refuses %s as the API does", async (_, file, problem) => {
    expect(await readPreview(file)).toEqual({ problem });
  });

  it("shows what is whole before a flaw, and a first row that is longer than the first look", async () => {
    expect(await readPreview(fileOf('id,ad\n1,Ali\n2,"açık\n'))).toMatchObject({ sample: [["1", "Ali"]] });
    const long = `"${"a\n".repeat(150_000)}"`;
    expect(await readPreview(fileOf(`id,not\n1,${long}\n`))).toMatchObject({ headings: ["id", "not"] });
  });

  it("takes UTF-16, which is text with zeros in it", async () => {
    const text = "\ufeffid,ad\n1,Ali\n";
    const bytes = new Uint16Array([...text].map((sign) => sign.charCodeAt(0)));
    expect(await readPreview(fileOf(bytes))).toMatchObject({ encoding: "utf-16le", sample: [["1", "Ali"]] });
  });
});
