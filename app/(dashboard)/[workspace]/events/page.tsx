import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventsScreen } from "@/components/events/events-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

export default async function EventsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <EventsScreen />;
}
