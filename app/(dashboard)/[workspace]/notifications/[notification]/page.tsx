import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationView } from "@/components/notifications/notification-view";
import { wireNotificationId } from "@/lib/contracts/wire/ids";
import { getNotification } from "@/lib/domain/notifications/get-notification";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; notification: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationPage({ params }: Props) {
  const { workspace: slug, notification: id } = await params;
  return <NotificationView slug={slug} notification={await readNotification(slug, id)} />;
}

async function readNotification(slug: string, id: string) {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireNotificationId, id, (key) => getNotification(ctx, key));
}
