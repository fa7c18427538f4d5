import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import type { getNotificationContract } from "@/lib/contracts/notifications";
import { listNotificationsContract } from "@/lib/contracts/notifications";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Notification = ResultOf<typeof listNotificationsContract>["data"][number];
export type NotificationDetail = ResultOf<typeof getNotificationContract>;
export type Delivery = NotificationDetail["deliveries"][number];

export const notificationsOptions = (workspace: string, query: QueryOf<typeof listNotificationsContract>) =>
  queryOptions({
    queryKey: ["notifications", workspace, "list", query],
    queryFn: ({ signal }) => callApi(listNotificationsContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });
