import type { RouteHandler } from "@/lib/platform/http/route";
import { GET as getContact } from "./v1/contacts/[contact_id]/route";
import { POST as bulkUpsertContacts } from "./v1/contacts/bulk/route";
import { GET as listContacts, POST as upsertContact } from "./v1/contacts/route";
import { POST as sendNow } from "./v1/notifications/send-now/route";

/** Answered by `server.ts` ahead of Next: what other systems call often. */
export const hotRoutes: readonly RouteHandler[] = [
  listContacts,
  getContact,
  upsertContact,
  bulkUpsertContacts,
  sendNow,
];
