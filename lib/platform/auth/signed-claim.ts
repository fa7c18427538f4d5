import { timingSafeEqual } from "node:crypto";
import { hmacSha256Of } from "@/lib/platform/crypto/hmac-sha256";
import { formerKeys, purposeKey } from "./secrets";

const macBytes = 16;

const macs = new Map<Buffer, (text: Buffer) => Buffer>();

function macOf(key: Buffer, text: Buffer): Buffer {
  const mac = macs.get(key) ?? hmacSha256Of(key);
  macs.set(key, mac);
  return mac(text).subarray(0, macBytes);
}

/** What a link of one kind says, under our signature; no link of another kind is one of these. */
export function claimsOf(kind: string) {
  const prefix = Buffer.from(kind, "ascii");
  return {
    /** As it stands in an address. */
    sign: (claim: Buffer): string =>
      Buffer.concat([claim, macOf(purposeKey("links"), Buffer.concat([prefix, claim]))]).toString(
        "base64url",
      ),
    /** Undefined for whatever is not ours. Links of mails outlive the secret they were signed with. */
    read: (token: string): Buffer | undefined => {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length < macBytes || bytes.toString("base64url") !== token) return undefined;
      const claim = bytes.subarray(0, -macBytes);
      const mac = bytes.subarray(-macBytes);
      const text = Buffer.concat([prefix, claim]);
      const isOurs = [purposeKey("links"), ...formerKeys("links")].some((key) =>
        timingSafeEqual(mac, macOf(key, text)),
      );
      return isOurs ? claim : undefined;
    },
  };
}
