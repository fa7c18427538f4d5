import type { ProviderWithDay } from "@/db/queries/providers/provider-row";
import { healthOf, isSandboxKind, type ProviderHealth } from "./provider";

/** A provider as people and programs see it: never with its credentials. */
export type Provider = ProviderWithDay & { isSandbox: boolean; health: ProviderHealth };

export const describeProvider = (row: ProviderWithDay): Provider => ({
  ...row,
  isSandbox: isSandboxKind(row.kind),
  health: healthOf(row),
});
