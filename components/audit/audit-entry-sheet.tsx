"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Sheet } from "@/components/ui/overlays/sheet";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { AuditEntry } from "./api";
import { AuditDifferences } from "./audit-differences";
import { useActionName } from "./use-action-name";

export type AuditEntrySheetProps = { entry: AuditEntry | undefined; onClose: () => void };

export function AuditEntrySheet({ entry, onClose }: AuditEntrySheetProps) {
  const nameOf = useActionName();
  return (
    <Sheet
      open={entry !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={entry ? nameOf(entry.action) : ""}
    >
      {entry ? <EntryDetails entry={entry} /> : null}
    </Sheet>
  );
}

function EntryDetails({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const { actor, target, ip, userAgent, requestId } = entry;
  return (
    <div className="flex flex-col gap-6">
      <DescriptionList
        items={[
          { term: t("time"), detail: <DateTime value={entry.createdAt} display="dateTime" /> },
          { term: t("actor"), detail: <Named name={actor.name} id={actor.id} /> },
          { term: t("target"), detail: <Named name={target.name} id={target.id} /> },
          { term: t("action"), detail: <code className="font-mono text-xs">{entry.action}</code> },
          { term: t("ip"), detail: ip ?? "–" },
          { term: t("userAgent"), detail: userAgent ?? "–" },
          { term: t("requestId"), detail: requestId ? <Copyable text={requestId} /> : "–" },
          { term: t("entryId"), detail: <Copyable text={toWireId("auditEntry", entry.id)} /> },
        ]}
      />
      <AuditDifferences entry={entry} />
    </div>
  );
}

function Named({ name, id }: { name: string; id: string }) {
  return (
    <>
      {name ? <span className="block">{name}</span> : null}
      <Copyable text={id} />
    </>
  );
}

function Copyable({ text }: { text: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="min-w-0 break-all font-mono text-muted-foreground text-xs">{text}</code>
      <CopyButton value={text} />
    </span>
  );
}
