import { createECDH, randomBytes } from "node:crypto";
import ece from "http_ece";
import { describe, expect, it } from "vitest";
import { encryptPayload } from "./encrypt-payload";

const browser = () => {
  const key = createECDH("prime256v1");
  const auth = randomBytes(16).toString("base64url");
  return { key, auth, p256dh: key.generateKeys("base64url") };
};

const decrypt = ({ key, auth }: ReturnType<typeof browser>, body: Buffer) =>
  ece.decrypt(body, { version: "aes128gcm", privateKey: key, authSecret: auth }).toString("utf8");

describe("an encrypted payload", () => {
  it("reads back with an implementation that is not ours, whatever its length", () => {
    const one = browser();
    const payloads = ["", "a", "Merhaba 👋🏽 dünya", "ğ".repeat(1_996)];
    for (const payload of payloads) expect(decrypt(one, encryptPayload(one, payload))).toBe(payload);
  });

  it("is at most 4,096 bytes for the longest payload that we send", () => {
    expect(encryptPayload(browser(), "x".repeat(3_993))).toHaveLength(4_096);
  });

  it("never repeats a salt or a key, and belongs to one browser alone", () => {
    const one = browser();
    const bodies = Array.from({ length: 50 }, () => encryptPayload(one, "same"));
    expect(new Set(bodies.map((body) => body.toString("base64", 0, 86))).size).toBe(50);
    expect(() => decrypt(browser(), encryptPayload(one, "secret"))).toThrow();
  });

  it("is refused for keys that cannot be a browser's", () => {
    const { p256dh, auth } = browser();
    expect(() => encryptPayload({ p256dh: p256dh.slice(0, 40), auth }, "x")).toThrow();
    expect(() => encryptPayload({ p256dh, auth: "c2hvcnQ" }, "x")).toThrow();
    const noPoint = Buffer.alloc(65, 7).toString("base64url");
    expect(() => encryptPayload({ p256dh: noPoint, auth }, "x")).toThrow();
  });
});
