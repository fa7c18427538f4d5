import { z } from "zod";
import type { Trigger } from "./workflow";

const registration = z.object({
  name: z.string().optional(),
  triggers: z.array(z.object({ event: z.string().optional(), cron: z.string().optional() })).catch([]),
  steps: z
    .object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) })
    .optional()
    .catch(undefined),
});

export type Registration = {
  name: string | null;
  triggers: Trigger[];
  /** Including the first. */
  attemptsMax: number;
};

/** What the engine assumes of a function that does not say. */
const attemptsDefault = 5;

/** What people want to know of a function as the SDK registered it. */
export function parseRegistration(config: unknown): Registration {
  const parsed = registration.safeParse(config).data;
  const retries = parsed?.steps?.step.retries?.attempts;
  return {
    name: parsed?.name ?? null,
    triggers: (parsed?.triggers ?? []).map(({ event = null, cron = null }) => ({ event, cron })),
    attemptsMax: retries === undefined ? attemptsDefault : retries + 1,
  };
}
