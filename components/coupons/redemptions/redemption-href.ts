import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const logTabs = ["redemptions", "refusals", "memberships", "monitor"] as const;

export type LogTab = (typeof logTabs)[number];

const logPath = "coupons/redemptions";

export const logHref = (workspace: string, tab: LogTab = "redemptions"): string =>
  tab === "redemptions" ? hrefOf(workspace, logPath) : hrefOf(workspace, `${logPath}?tab=${tab}`);

export const redemptionHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `${logPath}/${toWireId("redemption", id)}`);

/** The log of one offer, batch or person. */
export const narrowedLogHref = (workspace: string, kind: "offer" | "batch" | "contact", id: string): string =>
  hrefOf(workspace, `${logPath}?${kind}=${toWireId(kind, id)}`);

export type CodeTest = { code?: string; contactId?: string | undefined; at?: Date };

/** Opens the panel that tries a code; an offer links here with one of its codes. */
export function codeTestHref(workspace: string, { code, contactId, at }: CodeTest = {}): string {
  const query = new URLSearchParams({ test: code ?? "" });
  if (contactId) query.set("for", toWireId("contact", contactId));
  if (at) query.set("at", at.toISOString());
  return hrefOf(workspace, `${logPath}?${query}`);
}
