import { listNotificationsContract } from "@/lib/contracts/notifications";
import { listNotifications } from "@/lib/domain/notifications/list-notifications";
import { route } from "@/lib/platform/http/route";

export const GET = route(listNotificationsContract, ({ ctx, query }) => listNotifications(ctx, query));
