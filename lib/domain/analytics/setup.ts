export const setupTasks = ["provider", "contacts", "test", "campaign", "teammate"] as const;

export type SetupTask = (typeof setupTasks)[number];

export type SetupState = { done: SetupTask[]; isComplete: boolean };
