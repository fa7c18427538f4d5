import type { Metadata } from "next";
import { cache } from "react";
import { EnrolmentScreen } from "@/components/automations/people/enrolment-screen";
import { enrolmentTimeline } from "@/lib/contracts/automations/enrolments";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getEnrolment } from "@/lib/domain/automations/people/get-enrolment";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { readAutomation } from "../../read-automation";

type Props = { params: Promise<{ workspace: string; automation: string; enrolment: string }> };

const readEnrolment = cache(async (slug: string, automationWireId: string, id: string) => {
  const { ctx, automation } = await readAutomation(slug, automationWireId);
  const found = await foundOrNotFound(wireId("enrolment"), id, (enrolmentId) =>
    getEnrolment(ctx, { automationId: automation.id, enrolmentId }),
  );
  return { automation, enrolment: asSeen(enrolmentTimeline, found) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, automation, enrolment } = await params;
  const found = await readEnrolment(workspace, automation, enrolment);
  const { contact } = found.enrolment;
  const name = contact && displayNameOf(contact);
  return { title: [name, found.automation.name].filter(Boolean).join(" · ") };
}

export default async function EnrolmentPage({ params }: Props) {
  const { workspace, automation, enrolment } = await params;
  return <EnrolmentScreen {...(await readEnrolment(workspace, automation, enrolment))} />;
}
