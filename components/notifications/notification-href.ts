import { hrefOf } from "@/components/layout/navigation";
import { type NotificationKey, toWireNotificationId } from "@/lib/contracts/wire/ids";

export const notificationHref = (workspace: string, key: NotificationKey): string =>
  hrefOf(workspace, `notifications/${toWireNotificationId(key)}`);
