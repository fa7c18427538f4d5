import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { purposeKey } from "./secrets";
import { claimsOf } from "./signed-claim";

describe("a signed claim", () => {
  const claim = Buffer.from("whose it is");
  const mac = (text: string) =>
    createHmac("sha256", purposeKey("links")).update(text).update(claim).digest().subarray(0, 16);

  it("is what links in mails that went out hold: 16 bytes of HMAC-SHA256 over its kind and itself", () => {
    const sent = Buffer.concat([claim, mac("redeem")]).toString("base64url");
    expect(claimsOf("redeem").sign(claim)).toBe(sent);
    expect(claimsOf("redeem").read(sent)).toEqual(claim);
  });

  it("is none of another kind, none when it was changed, and is spelt in one way only", () => {
    const token = claimsOf("redeem").sign(claim);
    const other = token.replace(/^./, (first) => (first === "A" ? "B" : "A"));
    const refused = [
      claimsOf("unsubscribe").sign(claim),
      other,
      `${token}=`,
      ` ${token}`,
      token.slice(4),
      "",
    ];
    for (const text of refused) expect(claimsOf("redeem").read(text)).toBeUndefined();
  });
});
