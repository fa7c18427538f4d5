import { createECDH, createHmac, generateKeyPairSync } from "node:crypto";
import type { ServiceAccount } from "@/lib/providers/fcm/service-account";

export type SandboxCredentials = {
  appPush: { account: ServiceAccount; baseUrl: string; tokenUrl: string };
  webPush: { vapidPublicKey: string; vapidPrivateKey: string; subject: string };
  email: { user: string; password: string; fromAddress: string };
  /** For sms, whatsapp, telegram and in_app. */
  bearer: string;
};

let privateKey: string | undefined;

/** Credentials of one workspace that the sandbox at this address accepts. Nothing in them is secret. */
export function sandboxCredentials(workspaceId: string, sandboxUrl: string): SandboxCredentials {
  const projectId = `sandbox-${workspaceId}`;
  const vapid = deriveVapidKeys(workspaceId);
  return {
    appPush: {
      account: {
        projectId,
        clientEmail: `pushpilot@${projectId}.iam.gserviceaccount.com`,
        privateKey: getPrivateKey(),
      },
      baseUrl: `${sandboxUrl}/fcm`,
      tokenUrl: `${sandboxUrl}/google/token`,
    },
    webPush: { ...vapid, subject: "mailto:sandbox@pushpilot.invalid" },
    email: { user: workspaceId, password: "sandbox", fromAddress: "sandbox@pushpilot.invalid" },
    bearer: `sandbox_${workspaceId}_key`,
  };
}

/** One RSA key per process: making one takes longer than a page may. */
function getPrivateKey(): string {
  privateKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  });
  return privateKey;
}

/** Subscriptions are bound to the VAPID key for good, so it must be the same after a restart. */
function deriveVapidKeys(workspaceId: string): { vapidPublicKey: string; vapidPrivateKey: string } {
  const key = createECDH("prime256v1");
  key.setPrivateKey(createHmac("sha256", "pushpilot-sandbox-vapid").update(workspaceId).digest());
  return {
    vapidPublicKey: key.getPublicKey("base64url", "uncompressed"),
    vapidPrivateKey: key.getPrivateKey("base64url").padStart(43, "A"),
  };
}
