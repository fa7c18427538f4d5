import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { claim } from "@/db/embedded/folder-claim";
import { env } from "@/lib/platform/env";
import { StartRefusal } from "./start-refusal";

const patienceMillis = 3_000;
const askAgainMillis = 100;

/**
 * Keeps a second `npm start` off the same embedded database and its files, and gives the way to make room. One that
 * is just stopping is waited for. Workers may join, and with a `DATABASE_URL` servers may be many.
 */
export async function claimServer(dataFolder: string): Promise<() => void> {
  if (env().DATABASE_URL) return () => undefined;
  const deadline = Date.now() + patienceMillis;
  for (;;) {
    const taken = claim(join(dataFolder, "server.lock"));
    if ("release" in taken) return taken.release;
    if (Date.now() > deadline) {
      throw new StartRefusal(
        `it runs already on ${dataFolder}, as process ${taken.holder}. Stop that one, or set PUSHPILOT_DATA to another folder.`,
      );
    }
    await delay(askAgainMillis);
  }
}
