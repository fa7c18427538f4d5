import type { Engine, EngineOptions } from "./engine";
import { Loop } from "./queue/loop";
import { listenForWork } from "./queue/wake";
import { relayOutbox } from "./relay";
import type { Timings } from "./timings";

export async function startRelay(options: EngineOptions & { timings: Timings }): Promise<Engine> {
  const { sql, client, log, timings } = options;
  const loop = new Loop("relay", log, () => relayOutbox(sql, client));
  const wake = await listenForWork(sql, log, () => loop.trigger());
  const poll = setInterval(() => loop.trigger(), timings.pollMillis);
  loop.trigger();
  return {
    stop: async () => {
      clearInterval(poll);
      await wake.stop();
      await loop.stop();
    },
  };
}
