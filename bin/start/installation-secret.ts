import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StartRefusal } from "./start-refusal";

/** The secret of this installation: made once, readable by its owner only. */
export function installationSecret(dataFolder: string): string {
  const path = join(dataFolder, "secret");
  if (!existsSync(path)) return makeSecret(path);
  chmodSync(path, 0o600);
  const secret = readFileSync(path, "utf8").trim();
  if (secret === "") throw emptySecret(path);
  return secret;
}

/** On the disk before it has its name: a start that breaks off leaves no empty file, which nothing could be opened with. */
function makeSecret(path: string): string {
  const secret = randomBytes(32).toString("base64url");
  const draft = `${path}.draft`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, `${secret}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  return secret;
}

const emptySecret = (path: string) =>
  new StartRefusal(
    `the secret in ${path} is empty. Put it back from a copy. Without one, delete the file: a new secret is made, everybody signs in again, and the credentials of providers are entered again.`,
  );
