import { getNotificationContract } from "@/lib/contracts/notifications";
import { getNotification } from "@/lib/domain/notifications/get-notification";
import { route } from "@/lib/platform/http/route";

export const GET = route(getNotificationContract, ({ ctx, params }) =>
  getNotification(ctx, params.notificationId),
);
