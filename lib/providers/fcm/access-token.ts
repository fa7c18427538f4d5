import { createPrivateKey, sign } from "node:crypto";
import { z } from "zod";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import { parseRetryAfterMillis } from "@/lib/providers/retry-after";
import { googleTokenUrl, type ServiceAccount } from "./service-account";

const messagingScope = "https://www.googleapis.com/auth/firebase.messaging";
const renewBeforeExpiryMillis = 5 * 60 * 1000;
const usableBeforeExpiryMillis = 30 * 1000;
const tokenRequestMillis = 15_000;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const refusalSchema = z.object({ error: z.string(), error_description: z.string().optional() });

export type AccessToken = { value: string; obtainedAt: number; expiresAt: number };

/** OAuth access tokens of one service account: renewed five minutes before they expire, one request at a time. */
export class AccessTokens {
  private token: AccessToken | undefined;
  private renewal: Promise<AccessToken | Outcome> | undefined;

  constructor(
    private readonly account: ServiceAccount,
    private readonly tokenUrl: string,
  ) {}

  /** The token at hand while it is usable; starts its renewal in the background when it is due. */
  current(now: number): AccessToken | undefined {
    const token = this.token;
    if (!token || now >= token.expiresAt - usableBeforeExpiryMillis) return undefined;
    if (now >= token.expiresAt - renewBeforeExpiryMillis) void this.renew();
    return token;
  }

  /** Resolves to the outcome every message must get when Google gives no token. */
  renew(): Promise<AccessToken | Outcome> {
    this.renewal ??= this.request().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  drop(token: AccessToken): void {
    if (this.token === token) this.token = undefined;
  }

  private async request(): Promise<AccessToken | Outcome> {
    const requestedAt = Date.now();
    try {
      const response = await fetch(this.tokenUrl, {
        method: "POST",
        redirect: "error",
        signal: AbortSignal.timeout(tokenRequestMillis),
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
          assertion: signAssertion(this.account, requestedAt),
        }),
      });
      const answer: unknown = await response.json().catch(() => undefined);
      const grant = grantSchema.safeParse(answer);
      if (!response.ok || !grant.success) return toTokenOutcome(response, answer);
      this.token = {
        value: grant.data.access_token,
        obtainedAt: requestedAt,
        expiresAt: requestedAt + grant.data.expires_in * 1000,
      };
      return this.token;
    } catch (error) {
      const detail = toAnswerDetail(error instanceof Error ? error.message : "no answer");
      return { kind: "transient", code: "token_endpoint_unreachable", detail };
    }
  }
}

function signAssertion(account: ServiceAccount, now: number): string {
  const issuedAt = Math.floor(now / 1000);
  // Google compares `aud` with its own address, and so does the sandbox, wherever it listens.
  const claims = {
    iss: account.clientEmail,
    scope: messagingScope,
    aud: googleTokenUrl,
    iat: issuedAt,
    exp: issuedAt + 3600,
  };
  const header = { alg: "RS256", typ: "JWT", kid: account.privateKeyId };
  const unsigned = `${toBase64Url(header)}.${toBase64Url(claims)}`;
  const signature = sign("sha256", Buffer.from(unsigned), createPrivateKey(account.privateKey));
  return `${unsigned}.${signature.toString("base64url")}`;
}

function toBase64Url(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function toTokenOutcome(response: Response, answer: unknown): Outcome {
  const refusal = refusalSchema.safeParse(answer);
  const code = refusal.success ? refusal.data.error : `http_${response.status}`;
  const detail = toAnswerDetail(
    (refusal.success && refusal.data.error_description) || response.statusText || code,
  );
  if (response.status === 429 || response.status >= 500) {
    const retryAfterMillis = parseRetryAfterMillis(response.headers.get("retry-after"), Date.now());
    return { kind: "transient", code, detail, retryAfterMillis };
  }
  return { kind: "auth_or_config", code, detail };
}
