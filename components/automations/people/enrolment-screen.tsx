"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical, Inbox, UserMinus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { contactHref } from "@/components/contacts/contact-href";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Callout } from "@/components/ui/feedback/callout";
import { useLive } from "@/lib/browser/realtime/use-live";
import { toWireId } from "@/lib/contracts/wire/ids";
import { type Automation, type EnrolmentTimeline, enrolmentOptions } from "../api";
import { automationHref } from "../automation-href";
import { EnrolmentStatusPill } from "../automation-status-pill";
import { useExitWords } from "../words/use-passage-words";
import { PassageList } from "./passage-list";
import { RemoveEnrolmentDialog } from "./remove-enrolment-dialog";
import { useEnrolmentName } from "./use-enrolment-columns";

export type EnrolmentScreenProps = { automation: Automation; enrolment: EnrolmentTimeline };

/** What happened to one person in an automation, and why. */
export function EnrolmentScreen({ automation, enrolment: initial }: EnrolmentScreenProps) {
  const t = useTranslations("automations");
  const { slug } = useShell().workspace;
  const mayPublish = useMay("automations.publish");
  const name = useEnrolmentName()(initial);
  const options = enrolmentOptions(slug, { automationId: automation.id, enrolmentId: initial.id });
  const { data: enrolment } = useQuery({ ...useLive(options), initialData: initial });
  const [isRemoving, setRemoving] = useState(false);
  const { status, isTest } = enrolment;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: t("title"), href: hrefOf(slug, "automations") },
          { label: automation.name, href: automationHref(slug, automation.id) },
          { label: t("tabs.people"), href: automationHref(slug, automation.id, "people") },
        ]}
        badge={
          <span className="flex flex-wrap items-center gap-1.5">
            <EnrolmentStatusPill status={status} />
            {isTest ? <Badge tone="info">{t("people.test")}</Badge> : null}
          </span>
        }
        actions={
          mayPublish && status === "active" ? (
            <Button icon={<UserMinus />} onClick={() => setRemoving(true)}>
              {t("people.remove.action")}
            </Button>
          ) : null
        }
      />
      <div className="flex flex-col gap-5 pb-10">
        {isTest ? (
          <Callout
            title={t("people.testTitle")}
            actions={
              <ButtonLink size="sm" icon={<Inbox />} href={hrefOf(slug, "sandbox")}>
                {t("people.toSandbox")}
              </ButtonLink>
            }
          >
            {t("people.testHelp")}
          </Callout>
        ) : null}
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <Card title={t("people.timeline")} description={t("people.timelineHelp")}>
            <PassageList automation={automation} enrolment={enrolment} />
          </Card>
          <div className="flex min-w-0 flex-col gap-5">
            <Facts enrolment={enrolment} name={name} />
            <CodeBlock
              title={t("people.properties")}
              code={JSON.stringify(enrolment.properties, null, 2)}
              wrap
            />
          </div>
        </div>
      </div>
      {isRemoving ? (
        <RemoveEnrolmentDialog enrolment={enrolment} name={name} onClose={() => setRemoving(false)} />
      ) : null}
    </>
  );
}

function Facts({ enrolment, name }: { enrolment: EnrolmentTimeline; name: string }) {
  const t = useTranslations("automations.people");
  const { slug } = useShell().workspace;
  const exitWords = useExitWords();
  const { contact, versionNumber, exitReason, dueAt, enteredAt, endedAt, isTest, status } = enrolment;
  const id = toWireId("enrolment", enrolment.id);
  return (
    <Card title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("columns.contact"),
            detail: contact ? (
              <Link
                href={contactHref(slug, contact.id)}
                className="font-medium underline-offset-4 hover:underline"
              >
                {name}
              </Link>
            ) : (
              name
            ),
          },
          {
            term: t("columns.version"),
            detail: isTest ? (
              <span className="inline-flex items-center gap-1.5">
                <FlaskConical aria-hidden className="size-4" />
                {t("draftVersion")}
              </span>
            ) : (
              versionNumber
            ),
          },
          ...(exitReason ? [{ term: t("columns.reason"), detail: exitWords(exitReason) }] : []),
          ...(status === "active" && dueAt
            ? [{ term: t("columns.due"), detail: <DateTime value={dueAt} display="dateTime" /> }]
            : []),
          { term: t("columns.entered"), detail: <DateTime value={enteredAt} display="dateTime" /> },
          ...(endedAt
            ? [{ term: t("columns.ended"), detail: <DateTime value={endedAt} display="dateTime" /> }]
            : []),
          {
            term: t("id"),
            detail: (
              <span className="flex min-w-0 items-center gap-1">
                <code className="min-w-0 break-all font-mono text-muted-foreground text-xs">{id}</code>
                <CopyButton value={id} />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
