import { Cron } from "croner";

const zonePrefix = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/;
const fieldsOrNickname = /^(?:\S+\s+){4}\S+$|^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** Five fields or a nickname, after an optional `TZ=<zone>`; `undefined` when it is neither. UTC unless it says. */
export function parseCron(expression: string): Cron | undefined {
  const zoned = zonePrefix.exec(expression.trim());
  const pattern = (zoned?.[2] ?? expression).trim();
  if (!fieldsOrNickname.test(pattern)) return undefined;
  try {
    const cron = new Cron(pattern.replace("@midnight", "@daily"), {
      timezone: zoned?.[1] ?? "UTC",
      paused: true,
    });
    cron.nextRun();
    return cron;
  } catch {
    return undefined;
  }
}

function cronOf(expression: string): Cron {
  const cron = parseCron(expression);
  if (!cron) throw new Error(`"${expression}" is no cron expression.`);
  return cron;
}

/** First tick after `instant`; absent when the expression never fires again. */
export function findTickAfter(expression: string, instant: Date): Date | undefined {
  return cronOf(expression).nextRun(instant) ?? undefined;
}

/** Newest tick from `due` up to and including `now`: of the ticks a stopped process missed, only that one runs. */
export function latestTick(expression: string, due: Date, now: Date): Date {
  const [previous] = cronOf(expression).previousRuns(1, new Date(now.getTime() + 1));
  return previous && previous > due && previous <= now ? previous : due;
}
