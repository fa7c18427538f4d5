import { use, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { Coalescer } from "./coalescer";
import type { Signal } from "./realtime-connection";
import { RealtimeContext } from "./realtime-provider";

const pauseMillisDefault = 1_000;

/**
 * Calls back when one of the topics changed, or may have: never twice at a time, and after a pause. Gives whether
 * changes are heard at all; while they are not, poll.
 */
export function useSignals(
  topics: readonly string[],
  onSignal: (signal: Signal) => unknown,
  pauseMillis = pauseMillisDefault,
): boolean {
  const connection = use(RealtimeContext);
  const isOpen = useSyncExternalStore(
    connection?.watch ?? watchNothing,
    () => connection?.isOpen() ?? false,
    () => false,
  );
  const tell = useEffectEvent(onSignal);
  const wanted = topics.join(" ");
  useEffect(() => {
    if (!connection || wanted === "") return;
    let strongest: Signal = "maybe";
    const coalescer = new Coalescer(() => {
      const signal = strongest;
      strongest = "maybe";
      return tell(signal);
    }, pauseMillis);
    const stops = wanted.split(" ").map((topic) =>
      connection.listen(topic, (signal) => {
        if (signal === "changed") strongest = signal;
        coalescer.ask();
      }),
    );
    return () => {
      for (const stop of stops) stop();
      coalescer.stop();
    };
  }, [connection, wanted, pauseMillis]);
  return isOpen && wanted !== "";
}

const watchNothing = () => () => undefined;
