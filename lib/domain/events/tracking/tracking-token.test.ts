import { describe, expect, it } from "vitest";
import { provideEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { claimReader, signerOf, verifyTrackingToken } from "./tracking-token";

const sendAt = new Date("2026-05-01T00:00:00Z");
const run = { workspaceId: newId(), runId: newId(), sendAt };
const claim = {
  kind: "click",
  contactId: newId(),
  variant: 1,
  linkNo: 3,
  destination: "https://shop.example/ğ",
} as const;
const secret = "first-secret-first-secret-first-secret";
function read(token: string, now = sendAt.getTime()) {
  const bytes = verifyTrackingToken(token, "click", now);
  return bytes && claimReader()(bytes);
}

describe("the token of a tracked link", () => {
  it("gives back what was signed, for a year", () => {
    provideEnv({ PUSHPILOT_SECRET: secret });
    const { workspaceId, runId } = run;
    const token = signerOf(run)(claim);
    expect(read(token)).toEqual({ ...claim, workspaceId, runId });
    expect(read(token, sendAt.getTime() + 366 * 86_400_000)).toBeUndefined();
  });

  it("is refused when any bit of it was changed, when cut, when lengthened, and as another kind", () => {
    const token = signerOf(run)(claim);
    const bytes = Buffer.from(token, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(read(changed.toString("base64url")), `byte ${at}`).toBeUndefined();
    }
    for (const broken of [
      token.slice(0, -4),
      `${token}AAAA`,
      token.slice(4),
      encodeURIComponent(`${token}=`),
      "",
      "x",
      "A".repeat(400),
      Buffer.from(token).toString("base64url"),
    ])
      expect(read(broken)).toBeUndefined();
    expect(verifyTrackingToken(token, "open", sendAt.getTime())).toBeUndefined();
    expect(verifyTrackingToken(token, "beacon", sendAt.getTime())).toBeUndefined();
  });

  it("still works after the secret was replaced, as long as the former one is known", () => {
    const token = signerOf(run)(claim);
    provideEnv({ PUSHPILOT_SECRET: "second-secret-second-secret-second-secret" });
    expect(read(token)).toBeUndefined();
    provideEnv({
      PUSHPILOT_SECRET: "third-secret-third-secret-third-secret-third",
      PUSHPILOT_FORMER_SECRETS: secret,
    });
    expect(read(token)).toMatchObject({ destination: claim.destination });
    provideEnv({ PUSHPILOT_SECRET: secret });
  });
});
