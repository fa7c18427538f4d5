/** Whether a code can be used at this moment. */
export const heldCodeStates = ["usable", "test", "used", "over", "not_started", "paused", "unknown"] as const;

export type HeldCodeState = (typeof heldCodeStates)[number];
