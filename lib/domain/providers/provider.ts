import type { Channel } from "@/lib/domain/channels/channel";

export const providerKinds = ["fcm", "web_push", "smtp", "sandbox"] as const;

export type ProviderKind = (typeof providerKinds)[number];

/** Kinds that leave this machine; the sandbox comes with the workspace and is never added by hand. */
export const connectableKinds = ["fcm", "web_push", "smtp"] as const satisfies readonly ProviderKind[];

export type ConnectableKind = (typeof connectableKinds)[number];

/** The channel of a kind that serves only one. */
export const channelOfKind: Readonly<Record<ConnectableKind, Channel>> = {
  fcm: "app_push",
  web_push: "web_push",
  smtp: "email",
};

/** One provider of a channel is active: every run takes that one, and nothing ever falls back to another. */
export const providerStatuses = ["active", "inactive"] as const;

export type ProviderStatus = (typeof providerStatuses)[number];

export const providerHealths = ["unverified", "healthy", "degraded", "failing"] as const;

export type ProviderHealth = (typeof providerHealths)[number];

export const providerNameCharsMax = 100;

/** Of the message that tries a provider out. */
export const trialTitleCharsMax = 200;
export const trialBodyCharsMax = 1_000;

/** What the sandbox of a new workspace is called. */
export const sandboxName = "Sandbox";

export const isSandboxKind = (kind: ProviderKind): boolean => kind === "sandbox";

export const ratePerSecondMax = 100_000;

/** FCM's default quota is 600,000 a minute; mail servers are slow, and refuse those who are not. */
export const ratePerSecondDefaults: Readonly<Record<ProviderKind, number>> = {
  fcm: 10_000,
  web_push: 2_000,
  smtp: 20,
  sandbox: 10_000,
};

/** Messages of the last 24 hours: taken over, refused for the recipient or content, not taken for the provider's sake. */
export type ProviderDay = { accepted: number; rejected: number; faulted: number };

export type ProviderSigns = {
  verifiedAt: Date | null;
  /** Since when the provider refuses the credentials; null once it takes them again. */
  refusedAt: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  day: ProviderDay;
};

const judgedFrom = 20;
const faultShareDegraded = 0.05;
const faultShareFailing = 0.5;

export function healthOf({
  verifiedAt,
  refusedAt,
  lastSuccessAt,
  lastFailureAt,
  day,
}: ProviderSigns): ProviderHealth {
  if (refusedAt) return "failing";
  const workedAt = Math.max(verifiedAt?.getTime() ?? 0, lastSuccessAt?.getTime() ?? 0);
  const failedAt = lastFailureAt?.getTime() ?? 0;
  if (workedAt === 0) return failedAt === 0 ? "unverified" : "failing";
  const share = faultShareOf(day);
  if (share >= faultShareFailing) return "failing";
  return failedAt > workedAt || share >= faultShareDegraded ? "degraded" : "healthy";
}

/** A handful of messages says nothing about a provider. */
function faultShareOf({ accepted, rejected, faulted }: ProviderDay): number {
  const total = accepted + rejected + faulted;
  return total < judgedFrom ? 0 : faulted / total;
}

/** That a provider did not work when it was last asked, and how that is known. */
export type ProviderFault = { source: "test" | "messages"; at: Date; detail: string };

type Signs = Pick<ProviderSigns, "verifiedAt" | "lastSuccessAt" | "lastFailureAt"> & {
  testedAt: Date | null;
  testFailure: string | null;
  lastFailureDetail: string | null;
};

/** Null once it has worked since. */
export function faultOf(signs: Signs): ProviderFault | null {
  const { verifiedAt, lastSuccessAt, testedAt, testFailure, lastFailureAt, lastFailureDetail } = signs;
  const workedAt = Math.max(verifiedAt?.getTime() ?? 0, lastSuccessAt?.getTime() ?? 0);
  const isLast = (at: Date | null): at is Date => at !== null && at.getTime() > workedAt;
  if (testFailure !== null && isLast(testedAt)) return { source: "test", at: testedAt, detail: testFailure };
  return isLast(lastFailureAt)
    ? { source: "messages", at: lastFailureAt, detail: lastFailureDetail ?? "" }
    : null;
}
