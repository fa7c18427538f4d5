import { minutesMax } from "@/lib/domain/automations/definition";

const minutesOfUnit: Record<string, number> = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 };

/** `90m`, `24h`, `2d`, `1w` in minutes; undefined for what is none, or longer than anybody may wait. */
export function parseWait(text: string): number | undefined {
  const [, number, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const minutes = Number(number) * (minutesOfUnit[unit] ?? Number.NaN);
  return minutes <= minutesMax ? minutes : undefined;
}

export const toWait = (minutes: number): string =>
  minutes > 0 && minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
