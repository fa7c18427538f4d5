import type { RouteHandler } from "@/lib/platform/http/route";
import { GET as getCampaign } from "./v1/campaigns/[campaign_id]/route";
import { POST as createCampaign, GET as listCampaigns } from "./v1/campaigns/route";
import { GET as getContact } from "./v1/contacts/[contact_id]/route";
import { POST as bulkUpsertContacts } from "./v1/contacts/bulk/route";
import { GET as listContacts, POST as upsertContact } from "./v1/contacts/route";
import { GET as getNotification } from "./v1/notifications/[notification_id]/route";
import { GET as listNotifications } from "./v1/notifications/route";
import { POST as sendNow } from "./v1/notifications/send-now/route";

/** Answered by `server.ts` ahead of Next: what other systems call often. */
export const hotRoutes: readonly RouteHandler[] = [
  listCampaigns,
  createCampaign,
  getCampaign,
  listContacts,
  getContact,
  upsertContact,
  bulkUpsertContacts,
  sendNow,
  listNotifications,
  getNotification,
];
