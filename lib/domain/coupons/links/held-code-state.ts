/** Whether a code can be used at this moment. */
export type HeldCodeState = "usable" | "test" | "used" | "over" | "not_started" | "paused" | "unknown";
