import type { Metadata } from "next";
import { AutomationScreen } from "@/components/automations/detail/automation-screen";
import { readAutomation } from "./read-automation";

type Props = { params: Promise<{ workspace: string; automation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, automation } = await params;
  return { title: (await readAutomation(workspace, automation)).automation.name };
}

export default async function AutomationPage({ params }: Props) {
  const { workspace: slug, automation: id } = await params;
  const { automation, workspace } = await readAutomation(slug, id);
  const { locale, timeZone } = workspace;
  return (
    <AutomationScreen key={automation.id} automation={automation} language={locale} timeZone={timeZone} />
  );
}
