import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { tryParseJson } from "@/lib/platform/try-parse-json";

const lifetimeSecondsMax = 24 * 60 * 60;
const rememberedMax = 10_000;

const claimsSchema = z.object({ aud: z.string(), exp: z.number(), sub: z.string() });

export type VapidCheck = { isOk: true; publicKey: string } | { isOk: false; reason: string };

/** Verifies RFC 8292 `Authorization` headers for one push service; a verified header is remembered. */
export class VapidVerifier {
  private readonly verified = new Map<string, { publicKey: string; expiresAt: number }>();

  check(authorization: string, origin: string, now: number): VapidCheck {
    const known = this.verified.get(authorization);
    if (known && known.expiresAt > now / 1000) return { isOk: true, publicKey: known.publicKey };
    const match = /^vapid\s+t=([\w-]+)\.([\w-]+)\.([\w-]+),\s*k=([\w-]+)$/.exec(authorization);
    if (!match) return refuse("malformed Authorization");
    const [, header = "", payload = "", signature = "", publicKey = ""] = match;
    const claims = claimsSchema.safeParse(decode(payload));
    if (!claims.success) return refuse("claims missing");
    const { aud, exp, sub } = claims.data;
    if (aud !== origin) return refuse(`aud is not ${origin}`);
    if (exp <= now / 1000 || exp - now / 1000 > lifetimeSecondsMax) return refuse("exp out of range");
    if (!/^(mailto:|https:)/.test(sub) || /bad/i.test(sub)) return refuse("sub refused");
    if (!isSigned(`${header}.${payload}`, signature, publicKey)) return refuse("signature invalid");
    if (this.verified.size >= rememberedMax) this.verified.clear();
    this.verified.set(authorization, { publicKey, expiresAt: exp });
    return { isOk: true, publicKey };
  }
}

function isSigned(signed: string, signature: string, publicKey: string): boolean {
  const point = Buffer.from(publicKey, "base64url");
  if (point.length !== 65) return false;
  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33).toString("base64url");
  try {
    const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
    const proof = Buffer.from(signature, "base64url");
    return verify("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }, proof);
  } catch {
    return false;
  }
}

const decode = (part: string): unknown => tryParseJson(Buffer.from(part, "base64url").toString());

function refuse(reason: string): VapidCheck {
  return { isOk: false, reason };
}
