/** A higher one keeps the places it has reserved under the caps. */
export const priorityOf = (priority: "normal" | "high"): number => (priority === "high" ? 1 : 0);
