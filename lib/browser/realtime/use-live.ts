import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useSignals } from "./use-signals";

/** Beside a heard topic, polling only makes up for what went unheard. */
const calmMillis = 20_000;

type Interval = number | false | undefined;

type Polled = { queryKey: QueryKey; refetchInterval?: Interval | ((query: never) => Interval) };

type Live<Options extends Polled> = Options & { topics: readonly string[] };

/** Says with a query which topics tell that it is out of date. Its interval is for when nothing can be heard. */
export const hearing = <Options extends Polled>(
  topics: readonly string[],
  options: Options,
): Live<Options> => ({ ...options, topics });

/** The options for `useQuery`: asked again when a topic says so, and seldom by the clock while topics are heard. */
export function useLive<Options extends Polled>(options: Live<Options>, pauseMillis?: number): Live<Options> {
  const client = useQueryClient();
  const { queryKey, topics, refetchInterval } = options;
  const isHeard = useSignals(
    topics,
    (signal) => client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: signal === "changed" }),
    pauseMillis,
  );
  if (!isHeard) return options;
  const slow =
    typeof refetchInterval === "function"
      ? (query: never) => calm(refetchInterval(query))
      : calm(refetchInterval);
  return { ...options, refetchInterval: slow };
}

const calm = (interval: Interval): Interval => (interval ? Math.max(interval, calmMillis) : interval);
