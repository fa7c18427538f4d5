import { describe, expect, it } from "vitest";
import { sniffDelimiter, sniffEncoding } from "./csv-dialect";

describe("the dialect of a CSV file", () => {
  it.each([
    ["a,b,c\n1,2,3\n", ","],
    ["ad;soyad;tutar\nAli;Can;1,50\nVeli;Cem;2,75\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ['name,note\n"a;b;c;d","x;y"\n"e;f;g;h","z"\n', ","],
    ["email\nx@example.com\n", ","],
  ])("finds the delimiter of %j", (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it("knows UTF-8 even when the head ends inside a letter", () => {
    expect(sniffEncoding(Buffer.from("Işıl").subarray(0, 2))).toBe("utf-8");
    expect(sniffEncoding(Uint8Array.from([0x49, 0xfe, 0xfd, 0x6c]))).toBe("windows-1254");
    expect(sniffEncoding(Uint8Array.from([0xff, 0xfe, 0x41, 0]))).toBe("utf-16le");
  });
});
