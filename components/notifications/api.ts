import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import { getNotificationContract, listNotificationsContract } from "@/lib/contracts/notifications";
import type { NotificationKey } from "@/lib/contracts/wire/ids";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Notification = ResultOf<typeof listNotificationsContract>["data"][number];
export type NotificationDetail = ResultOf<typeof getNotificationContract>;
export type Delivery = NotificationDetail["deliveries"][number];

/** Each send says that it moves, of a campaign or of a call: no notification has a signal of its own. */
export const notificationsOptions = (workspace: string, query: QueryOf<typeof listNotificationsContract>) =>
  hearing(
    ["analytics", "notifications"],
    queryOptions({
      queryKey: ["notifications", workspace, "list", query],
      queryFn: ({ signal }) => callApi(listNotificationsContract, { workspace, query, signal }),
      placeholderData: keepPreviousData,
    }),
  );

export const notificationOptions = (workspace: string, notificationId: NotificationKey) =>
  queryOptions({
    queryKey: ["notifications", workspace, "one", notificationId],
    queryFn: ({ signal }) =>
      callApi(getNotificationContract, { workspace, params: { notificationId }, signal }),
  });
