"use client";

import { Ellipsis, FlaskConical, Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import { SaveMark } from "@/components/ui/feedback/save-mark";
import { Menu } from "@/components/ui/overlays/menu";
import { mayDo } from "@/lib/domain/automations/automation";
import type { Automation } from "../api";
import { type AskedAct, AutomationConfirm } from "../automation-confirm";
import { AutomationStatusPill } from "../automation-status-pill";
import type { OpenAutomation } from "../editor/use-automation-draft";
import { TestRunDialog } from "../test-run/test-run-dialog";
import { DifferencesDialog } from "./differences-dialog";
import { type HeaderDialog, HeaderMenuItems } from "./header-menu-items";
import { PublishDialog } from "./publish-dialog";
import { usePublish } from "./use-publish";
import { VersionsDialog } from "./versions-dialog";

export type AutomationHeaderProps = { automation: Automation; open: OpenAutomation; mayEdit: boolean };

export function AutomationHeader({ automation, open, mayEdit }: AutomationHeaderProps) {
  const t = useTranslations("automations");
  const router = useRouter();
  const { slug } = useShell().workspace;
  const mayPublish = useMay("automations.publish") && mayDo(automation.status, "publish");
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [dialog, setDialog] = useState<HeaderDialog | null>(null);
  const publish = usePublish(slug, open, automation);
  const { status, liveNumber, hasUnpublishedChanges } = automation;
  const isPublishable = mayPublish && (liveNumber === null || hasUnpublishedChanges);
  const name = mayEdit ? open.draft.name.trim() || automation.name : automation.name;
  const closeDialog = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t("title"), href: hrefOf(slug, "automations") }]}
        badge={
          <span className="flex flex-wrap items-center gap-1.5">
            <AutomationStatusPill status={status} />
            {liveNumber !== null && hasUnpublishedChanges && status !== "archived" ? (
              <Badge tone="warning">{t("unpublished")}</Badge>
            ) : null}
          </span>
        }
        description={<Description automation={automation} />}
        actions={
          <>
            {mayEdit ? <SaveMark saveState={open.saveState} savedAt={open.savedAt} /> : null}
            {mayEdit ? (
              <Button icon={<FlaskConical />} onClick={() => setDialog("test")}>
                {t("test.open")}
              </Button>
            ) : null}
            {isPublishable ? (
              <Button variant="primary" icon={<Rocket />} loading={publish.isChecking} onClick={publish.ask}>
                {t("acts.publish")}
              </Button>
            ) : null}
            <Menu trigger={<IconButton icon={<Ellipsis />} variant="secondary" label={t("acts.more")} />}>
              <HeaderMenuItems
                automation={automation}
                onBeforeAct={open.flush}
                onAsk={setAsked}
                onOpen={setDialog}
              />
            </Menu>
          </>
        }
      />
      <PublishDialog automation={automation} publish={publish} />
      <DifferencesDialog automation={automation} isOpen={dialog === "differences"} onClose={closeDialog} />
      <VersionsDialog automation={automation} isOpen={dialog === "versions"} onClose={closeDialog} />
      <TestRunDialog
        automation={automation}
        trigger={open.draft.definition.trigger}
        onBeforeRun={open.flush}
        isOpen={dialog === "test"}
        onClose={closeDialog}
      />
      <AutomationConfirm
        workspace={slug}
        asked={asked}
        onClose={() => setAsked(null)}
        onDeleted={() => router.replace(hrefOf(slug, "automations"))}
      />
    </>
  );
}

function Description({ automation }: { automation: Automation }) {
  const t = useTranslations("automations.header");
  const { inside, publishedAt, createdBy, liveNumber, description, status } = automation;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {description ? <span className="basis-full">{description}</span> : null}
      {status === "draft" ? null : <span>{t("inside", { count: inside })}</span>}
      {publishedAt && liveNumber !== null ? (
        <span>
          {status === "draft" ? null : "· "}
          {t.rich("published", {
            number: liveNumber,
            moment: () => <DateTime value={publishedAt} />,
          })}
        </span>
      ) : (
        <span>{t("createdBy", { name: createdBy })}</span>
      )}
    </span>
  );
}
