import { type BatchSource, type BatchStatus, codesPerBatchMax } from "../batches/batch";

type Growing = {
  source: BatchSource;
  status: BatchStatus;
  generated: number;
  hasSecret: boolean;
  isDisabled: boolean;
};

/** How many more codes of a batch can be made while messages go out; of imported ones none. */
export const makeableOf = ({ source, status, generated, hasSecret, isDisabled }: Growing): number =>
  source === "generated" && hasSecret && !isDisabled && status !== "failed" && status !== "cancelled"
    ? Math.max(0, codesPerBatchMax - generated)
    : 0;
