import { createECDH } from "node:crypto";
import webPush from "web-push";
import { z } from "zod";

const headerLifetimeMillis = 12 * 60 * 60 * 1000;
const renewBeforeExpiryMillis = 60 * 60 * 1000;
const originsMax = 1000;

const base64Url = z.string().regex(/^[\w-]+$/);

export const webPushCredentialsSchema = z
  .strictObject({
    vapidPublicKey: base64Url,
    vapidPrivateKey: base64Url,
    /** Whom the push service may write to: `mailto:` or `https:`. */
    subject: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/),
  })
  .refine((keys) => isKeyPair(keys.vapidPublicKey, keys.vapidPrivateKey), {
    path: ["vapidPrivateKey"],
    message: "The private key does not belong to the public key.",
  });

export type WebPushCredentials = z.infer<typeof webPushCredentialsSchema>;

/** A new key pair. Subscriptions are bound to it: replacing it later orphans them all. */
export function generateVapidKeys(): { vapidPublicKey: string; vapidPrivateKey: string } {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  return { vapidPublicKey: publicKey, vapidPrivateKey: privateKey };
}

/** `Authorization` headers by push service. Signing costs as much as a tenth of an encryption, so each is used for hours. */
export class VapidHeaders {
  private readonly headers = new Map<string, { value: string; renewAt: number }>();

  constructor(private readonly credentials: WebPushCredentials) {}

  get(origin: string, now: number): string {
    const known = this.headers.get(origin);
    if (known && now < known.renewAt) return known.value;
    const { subject, vapidPublicKey, vapidPrivateKey } = this.credentials;
    const expiresAt = now + headerLifetimeMillis;
    const exp = Math.floor(expiresAt / 1000);
    const signed = webPush.getVapidHeaders(
      origin,
      subject,
      vapidPublicKey,
      vapidPrivateKey,
      "aes128gcm",
      exp,
    );
    if (this.headers.size >= originsMax) this.headers.clear();
    this.headers.set(origin, { value: signed.Authorization, renewAt: expiresAt - renewBeforeExpiryMillis });
    return signed.Authorization;
  }
}

function isKeyPair(publicKey: string, privateKey: string): boolean {
  try {
    const key = createECDH("prime256v1");
    key.setPrivateKey(Buffer.from(privateKey, "base64url"));
    return key.getPublicKey().equals(Buffer.from(publicKey, "base64url"));
  } catch {
    return false;
  }
}
