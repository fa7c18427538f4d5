import type { RouteHandler } from "@/lib/platform/http/route";
import { GET as getCampaign } from "./v1/campaigns/[campaign_id]/route";
import { POST as createCampaign, GET as listCampaigns } from "./v1/campaigns/route";
import { GET as getContact } from "./v1/contacts/[contact_id]/route";
import { POST as aliasContact } from "./v1/contacts/alias/route";
import { POST as bulkUpsertContacts } from "./v1/contacts/bulk/route";
import { POST as identifyContact } from "./v1/contacts/identify/route";
import { GET as listContacts, POST as upsertContact } from "./v1/contacts/route";
import { POST as commitHold } from "./v1/coupons/commit/route";
import { POST as holdCode } from "./v1/coupons/hold/route";
import { POST as redeemCode } from "./v1/coupons/redeem/route";
import { POST as releaseHold } from "./v1/coupons/release/route";
import { POST as validateCode } from "./v1/coupons/validate/route";
import { GET as listEvents, POST as trackEvents } from "./v1/events/route";
import { GET as getNotification } from "./v1/notifications/[notification_id]/route";
import { GET as listNotifications } from "./v1/notifications/route";
import { POST as sendNow } from "./v1/notifications/send-now/route";

import { POST as subscribe } from "./v1/subscriptions/route";
import { GET as getWebPushKey } from "./v1/subscriptions/web-push-key/route";

/** Answered by `server.ts` ahead of Next: what other systems call often. */
export const hotRoutes: readonly RouteHandler[] = [
  listCampaigns,
  createCampaign,
  getCampaign,
  listContacts,
  getContact,
  upsertContact,
  bulkUpsertContacts,
  trackEvents,
  listEvents,
  identifyContact,
  aliasContact,
  subscribe,
  getWebPushKey,
  sendNow,
  listNotifications,
  getNotification,
  validateCode,
  redeemCode,
  holdCode,
  commitHold,
  releaseHold,
];
