import { createECDH, createHmac, type ECDH } from "node:crypto";

// Not a secret: the sandbox plays the browser, and its keys must be the same after a restart.
const mintKey = "pushpilot-sandbox-subscription";

export type MintedSubscription = { endpoint: string; p256dh: string; auth: string };

/** A browser's subscription whose private key follows from its id, so that nothing needs to be stored. */
export function mintWebPushSubscription(origin: string, subscriptionId: string): MintedSubscription {
  return {
    endpoint: `${origin}/wpush/v2/${subscriptionId}`,
    p256dh: getSubscriptionKey(subscriptionId).getPublicKey("base64url", "uncompressed"),
    auth: getAuthSecret(subscriptionId),
  };
}

export function getSubscriptionKey(subscriptionId: string): ECDH {
  const key = createECDH("prime256v1");
  key.setPrivateKey(createHmac("sha256", mintKey).update(`key ${subscriptionId}`).digest());
  return key;
}

export function getAuthSecret(subscriptionId: string): string {
  return createHmac("sha256", mintKey)
    .update(`auth ${subscriptionId}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}
