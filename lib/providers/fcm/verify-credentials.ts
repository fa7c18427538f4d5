import { Agent } from "node:https";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { FirebaseMessagingError, getMessaging } from "firebase-admin/messaging";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { toAnswerDetail } from "@/lib/providers/answer-detail";
import type { ConnectionTest } from "@/lib/providers/provider-definition";
import { AccessTokens } from "./access-token";
import { toFcmOutcome } from "./fcm-outcome";
import { googleTokenUrl, type ServiceAccount } from "./service-account";

const checkTopic = "pushpilot-credential-check";
let checks = 0;

export type VerifyTarget = { account: ServiceAccount; sandbox?: { url: string; tokenUrl: string } };

/** Gets a token and has Google's own SDK dry-run a message: proves key, project and permission, and reaches nobody. */
export async function verifyCredentials({ account, sandbox }: VerifyTarget): Promise<ConnectionTest> {
  const token = await new AccessTokens(account, sandbox?.tokenUrl ?? googleTokenUrl).renew();
  if ("kind" in token) return { isOk: false, ...token };
  const app = initializeApp(
    {
      projectId: account.projectId,
      credential: { getAccessToken: async () => ({ access_token: token.value, expires_in: 3600 }) },
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
    return { isOk: false, ...toCheckFailure(error) };
  } finally {
    await deleteApp(app);
  }
}

type Failure = Pick<Outcome, "kind" | "code" | "detail">;

/** What Google answered, as for every message; nobody was written to, so what is not found is the project. */
function toCheckFailure(error: unknown): Failure {
  const answer = error instanceof FirebaseMessagingError ? error.httpResponse : undefined;
  if (!answer) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const detail = toAnswerDetail(error instanceof Error ? error.message : "no answer");
    return { kind: "transient", code, detail };
  }
  const body = typeof answer.data === "string" ? answer.data : JSON.stringify(answer.data);
  const { kind, code, detail } = toFcmOutcome({ status: answer.status, headers: {}, body }, Date.now());
  return { kind: kind === "recipient_gone" ? "auth_or_config" : kind, code, detail };
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
