/** What must always be true of the ledger and of everything that is counted beside it. */
export const invariants = [
  /** The counter of an offer is the number of its live redemptions. */
  "offer_counter",
  /** So are the uses of a code. */
  "code_counter",
  /** What is taken of limits of a period and of budgets is what live redemptions took. */
  "limit_counter",
  "offer_over_limit",
  "code_over_limit",
  "contact_over_limit",
  "budget_over_limit",
  /** A hold that is over is taken back within minutes. */
  "overdue_hold",
  /** A batch has as many codes as it says. */
  "batch_receipt",
] as const;

export type Invariant = (typeof invariants)[number];

/** One thing that is not as it must be; texts of numbers, or of an instant. */
export type InvariantFinding = {
  /** The offer or batch, and what of it: a code, a person, a period. */
  name: string;
  offerId: string | null;
  batchId: string | null;
  contactId: string | null;
  subject: string | null;
  seen: string;
  needed: string;
};

export type InvariantCheck = {
  invariant: Invariant;
  /** How many are off; the findings are the first of them. */
  off: number;
  findings: InvariantFinding[];
};

export const findingsMax = 20;
