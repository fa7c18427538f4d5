import type { Cluster } from "@/db/embedded/cluster";
import { exclusively } from "@/db/embedded/folder-claim";
import { log } from "@/lib/platform/log";

const lookEveryMillis = 500;

/**
 * Starts the embedded Postgres again when it dies under us, at its old address: pools find it there by themselves.
 * Gives the way to end this.
 */
export function keepRunning(cluster: Cluster, claimFile: string): () => Promise<void> {
  let looking: Promise<void> | undefined;
  const look = async () => {
    if (cluster.isRunning()) return;
    log.warn("database.gone");
    try {
      await exclusively(claimFile, cluster.revive);
      log.warn("database.back");
    } catch (error) {
      log.error("database.revive", { error });
    }
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, lookEveryMillis);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
