import { instantOfWall, wallMillisAt } from "@/lib/domain/timing/zone-clock";

const hourMillis = 3_600_000;

/** On the clock of the zone, at least an hour away. */
export const nextFullHour = (now: Date, timeZone: string): Date =>
  new Date(
    instantOfWall(Math.ceil(wallMillisAt(now.getTime(), timeZone) / hourMillis + 1) * hourMillis, timeZone),
  );
