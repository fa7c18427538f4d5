import { listApiKeysContract } from "@/lib/contracts/api-keys";
import { listAuditEntriesContract } from "@/lib/contracts/audit";
import { listCampaignsContract } from "@/lib/contracts/campaigns/campaigns";
import { listContactsContract } from "@/lib/contracts/contacts/contacts";
import { listJobsContract } from "@/lib/contracts/jobs";
import { listNotificationsContract } from "@/lib/contracts/notifications";
import { listProvidersContract } from "@/lib/contracts/providers/providers";
import { listTemplatesContract } from "@/lib/contracts/templates";
import { scopesMay } from "@/lib/domain/members/role";

const harmless = [
  listContactsContract,
  listCampaignsContract,
  listTemplatesContract,
  listNotificationsContract,
  listProvidersContract,
  listJobsContract,
  listApiKeysContract,
  listAuditEntriesContract,
];

/** A path that shows whether a new key works: one that it may read. Nothing where it may only write. */
export const findTrialCall = (scopes: readonly string[]): string | undefined =>
  harmless.find(({ access }) => typeof access === "object" && scopesMay(scopes, access.permission))?.path;
