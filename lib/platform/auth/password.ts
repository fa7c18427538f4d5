import { type Argon2Algorithm, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

const algorithm: Argon2Algorithm = "argon2id";
const memoryKibibytes = 19 * 1024;
const passes = 2;
const tagLengthBytes = 32;

/** `argon2id$<memory KiB>$<passes>$<salt>$<tag>`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, memoryKibibytes, passes);
  return [algorithm, memoryKibibytes, passes, nonce.toString("base64url"), tag.toString("base64url")].join(
    "$",
  );
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [name, memory, rounds, nonce, tag] = hash.split("$");
  if (name !== algorithm || !nonce || !tag) return false;
  const wanted = Buffer.from(tag, "base64url");
  const given = await tagOf(password, Buffer.from(nonce, "base64url"), Number(memory), Number(rounds));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Costs as much as a real check, for accounts that do not exist. */
export async function wastePasswordCheck(password: string): Promise<false> {
  await tagOf(password, Buffer.alloc(16), memoryKibibytes, passes);
  return false;
}

function tagOf(password: string, nonce: Buffer, memory: number, rounds: number): Promise<Buffer> {
  return derive(algorithm, {
    message: Buffer.from(password.normalize("NFKC")),
    nonce,
    parallelism: 1,
    tagLength: tagLengthBytes,
    memory,
    passes: rounds,
  });
}
