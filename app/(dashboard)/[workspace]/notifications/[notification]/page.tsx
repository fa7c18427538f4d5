import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotificationView } from "@/components/notifications/notification-view";
import { wireNotificationId } from "@/lib/contracts/wire/ids";
import { getNotification } from "@/lib/domain/notifications/get-notification";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { isAppError } from "@/lib/platform/errors";

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
  const key = wireNotificationId.safeParse(id);
  if (!key.success) notFound();
  try {
    return await getNotification(ctx, key.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
