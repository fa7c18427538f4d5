/** How many wrong codes within how many seconds. */
export type GuessBudget = { quota: number; seconds: number };

export type GuessBudgets = { network: GuessBudget; contact: GuessBudget; workspace: GuessBudget };

/**
 * Wrong codes that are typing: of an address in public pages, of one person however they ask, and of everybody together. Who is
 * over the first two waits. Over the third the workspace is under attack: public pages wait, servers with their keys go on.
 */
export const guessBudgets: GuessBudgets = {
  network: { quota: 20, seconds: 600 },
  contact: { quota: 20, seconds: 3_600 },
  workspace: { quota: 1_000, seconds: 3_600 },
};
