import { generateKeyPairSync } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { AppPushMessage, Transport } from "@/lib/domain/providers/message-port";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { createTransport } from "@/lib/providers/registry";
import { sandboxCredentials } from "@/lib/providers/sandbox/sandbox-credentials";
import { AccessTokens } from "./access-token";
import { createFcmTransport } from "./fcm-transport";
import { verifyCredentials } from "./verify-credentials";

const workspaceId = "fcm-workspace";
const never = new AbortController().signal;
const sandbox = useSandbox();

beforeEach(() => sandbox.post("/_/reset"));

function open(): Transport<AppPushMessage> {
  return createTransport("sandbox", "app_push", { workspaceId }, { sandboxUrl: sandbox.url });
}

function toMessage(number: number): AppPushMessage {
  return {
    channel: "app_push",
    idempotencyKey: `run-${number}`,
    collapseKey: `cmp-${number}`,
    ttlSeconds: 86_400,
    priority: "high",
    token: `device-${number}`,
    title: "Merhaba Ahmet",
    body: "Sepetinizdeki ürün tükeniyor",
  };
}

test("3,000 messages over a connection that ends every 100: none lost, none twice", async () => {
  await sandbox.post("/_/scenario", { goawayEvery: 100 });
  const transport = open();
  const outcomes = await transport.send(
    Array.from({ length: 3000 }, (_, number) => toMessage(number)),
    never,
  );
  expect(outcomes.filter((outcome) => outcome.kind !== "accepted")).toEqual([]);
  expect(await sandbox.readStats(workspaceId)).toMatchObject({
    asked: 3000,
    accepted: 3000,
    messages: 3000,
    askedAgain: 0,
  });
  await transport.close();
});

test("after cut and dropped connections every accepted message is in the ledger, and only ambiguous ones may be", async () => {
  await sandbox.post("/_/scenario", { resetEvery: 70, dropAfterWrite: 300, goawayEvery: 250 });
  const transport = open();
  const outcomes = await transport.send(
    Array.from({ length: 3000 }, (_, number) => toMessage(number)),
    never,
  );
  const accepted = outcomes.filter((outcome) => outcome.kind === "accepted").length;
  const ambiguous = outcomes.filter((outcome) => outcome.kind === "ambiguous").length;
  expect(accepted + ambiguous).toBe(3000);
  const stats = await sandbox.readStats(workspaceId);
  expect(stats.askedAgain).toBe(0);
  expect(stats.accepted).toBeGreaterThanOrEqual(accepted);
  expect(stats.accepted).toBeLessThanOrEqual(accepted + ambiguous);
  await transport.close();
});

test("many messages wait for one access token", async () => {
  const { account, tokenUrl } = sandboxCredentials(workspaceId, sandbox.url).appPush;
  const tokens = new AccessTokens(account, tokenUrl);
  const [first, second] = await Promise.all([tokens.renew(), tokens.renew()]);
  expect(first).toBe(second);
  expect(tokens.current(Date.now())).toBe(first);
  expect(tokens.current(Date.now() + 3600_000)).toBeUndefined();
});

test("a token that is refused though it is old enough to have been revoked is fetched anew", async () => {
  const { account, baseUrl, tokenUrl } = sandboxCredentials(workspaceId, sandbox.url).appPush;
  const revoked = {
    value: "ya29.revoked",
    obtainedAt: Date.now() - 600_000,
    expiresAt: Date.now() + 600_000,
  };
  const real = new AccessTokens(account, tokenUrl);
  let isRevoked = true;
  const transport = createFcmTransport({
    projectId: account.projectId,
    baseUrl,
    connectionsMax: 1,
    requestTimeoutMillis: 5000,
    tokens: {
      current: (now) => (isRevoked ? revoked : real.current(now)),
      renew: () => real.renew(),
      drop: () => {
        isRevoked = false;
      },
    },
  });
  expect(await transport.sendOne(toMessage(1), never)).toMatchObject({
    kind: "transient",
    code: "UNAUTHENTICATED",
  });
  expect(await transport.sendOne(toMessage(1), never)).toMatchObject({ kind: "accepted" });
  await transport.close();
});

test("a key that Google does not know stops everything: auth_or_config, and the check says so", async () => {
  const { account, baseUrl, tokenUrl } = sandboxCredentials("stranger", sandbox.url).appPush;
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await sandbox.post("/_/accounts", {
    client_email: account.clientEmail,
    public_key: publicKey.export({ type: "spki", format: "pem" }),
  });
  const transport = createFcmTransport({
    projectId: account.projectId,
    tokens: new AccessTokens(account, tokenUrl),
    baseUrl,
    connectionsMax: 1,
    requestTimeoutMillis: 5000,
  });
  const refused = { code: "invalid_grant", detail: "Invalid JWT Signature." };
  expect(await transport.sendOne(toMessage(1), never)).toEqual({ kind: "auth_or_config", ...refused });
  await transport.close();
  const check = await verifyCredentials({ account, sandbox: { url: sandbox.url, tokenUrl } });
  expect(check).toEqual({ isOk: false, kind: "auth_or_config", ...refused });
});
