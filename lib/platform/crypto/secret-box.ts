import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const version = "v1";
const ivBytes = 12;
const tagBytes = 16;

/** Where a secret is kept; the box opens nowhere else. */
export type SecretPlace = { workspaceId: string; rowId: string; field: string };

/** The stored text cannot be opened: another place, another key, or it was changed. Says nothing about its content. */
export class UnreadableSecretError extends Error {
  override readonly name = "UnreadableSecretError";
}

/**
 * AES-256-GCM as `v1.<key id>.<iv>.<ciphertext>.<tag>`. The first key seals; the others only open what they sealed
 * before the key was changed.
 */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(
    private readonly current: Buffer,
    ...retired: readonly Buffer[]
  ) {
    this.keys = new Map([current, ...retired].map((key) => [keyIdOf(key), key]));
  }

  seal(place: SecretPlace, plaintext: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", this.current, iv).setAAD(boundTo(place));
    const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
    const parts = [iv, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"));
    return [version, keyIdOf(this.current), ...parts].join(".");
  }

  open(place: SecretPlace, box: string): string {
    const [format, keyId = "", iv = "", sealed = "", tag = "", ...rest] = box.split(".");
    const key = this.keys.get(keyId);
    if (format !== version || rest.length > 0 || !key)
      throw new UnreadableSecretError("No key fits this box.");
    try {
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), {
        authTagLength: tagBytes,
      })
        .setAAD(boundTo(place))
        .setAuthTag(Buffer.from(tag, "base64url"));
      return decipher.update(Buffer.from(sealed, "base64url"), undefined, "utf8") + decipher.final("utf8");
    } catch {
      throw new UnreadableSecretError("The box was changed, or belongs elsewhere.");
    }
  }

  /** Whether it was sealed with the key in use, not with a retired one. */
  isCurrent(box: string): boolean {
    return box.startsWith(`${version}.${keyIdOf(this.current)}.`);
  }
}

/** Tells keys apart and reveals nothing of them. */
const keyIdOf = (key: Buffer): string =>
  createHash("sha256").update("key id").update(key).digest("hex").slice(0, 8);

const boundTo = ({ workspaceId, rowId, field }: SecretPlace): Buffer =>
  Buffer.from(`${workspaceId}|${rowId}|${field}`, "utf8");
