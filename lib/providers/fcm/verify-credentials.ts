import { Agent } from "node:https";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { type Credential, cert, deleteApp, initializeApp } from "firebase-admin/app";
import { getMessaging } from "firebase-admin/messaging";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import type { ConnectionTest } from "@/lib/providers/provider-definition";
import { AccessTokens } from "./access-token";
import type { ServiceAccount } from "./service-account";

const checkTopic = "pushpilot-credential-check";
let checks = 0;

export type VerifyTarget = { account: ServiceAccount; sandbox?: { url: string; tokenUrl: string } };

/** Has Google's own SDK get a token and dry-run a message: proves key, project and permission, and reaches nobody. */
export async function verifyCredentials({ account, sandbox }: VerifyTarget): Promise<ConnectionTest> {
  const app = initializeApp(
    {
      projectId: account.projectId,
      credential: sandbox ? toSandboxCredential(account, sandbox.tokenUrl) : cert(account),
      httpAgent: sandbox && new PlainAgent(new URL(sandbox.url)),
    },
    `credential-check-${++checks}`,
  );
  try {
    const messaging = getMessaging(app);
    if (sandbox) messaging.enableLegacyHttpTransport();
    await messaging.send({ topic: checkTopic, notification: { title: "PushPilot" } }, true);
    return {
      isOk: true,
      detail: `Project ${account.projectId} accepts messages from ${account.clientEmail}.`,
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return {
      isOk: false,
      code,
      detail: toAnswerDetail(error instanceof Error ? error.message : "no answer"),
    };
  } finally {
    await deleteApp(app);
  }
}

function toSandboxCredential(account: ServiceAccount, tokenUrl: string): Credential {
  const tokens = new AccessTokens(account, tokenUrl);
  return {
    async getAccessToken() {
      const token = await tokens.renew();
      if ("kind" in token) throw Object.assign(new Error(token.detail), { code: token.code });
      return { access_token: token.value, expires_in: 3600 };
    },
  };
}

/** The SDK's address is fixed and https; this leads its connections to the sandbox, which speaks plain HTTP. */
class PlainAgent extends Agent {
  constructor(private readonly target: URL) {
    super();
  }

  override createConnection(): Duplex {
    return connect({ host: this.target.hostname, port: Number(this.target.port) });
  }
}
