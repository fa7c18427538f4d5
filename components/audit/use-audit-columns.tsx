"use client";

import { Bot, Cpu, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { DateTime } from "@/components/ui/display/date-time";
import type { AuditEntry } from "./api";
import { useActionName } from "./use-action-name";

const actorIcons: Record<string, typeof Bot> = { user: UserRound, api_key: Bot, system: Cpu };

export function useAuditColumns(): TableColumn<AuditEntry>[] {
  const t = useTranslations("audit");
  const nameOf = useActionName();
  return [
    { id: "action", header: t("action"), primary: true, cell: (entry) => nameOf(entry.action) },
    {
      id: "target",
      header: t("target"),
      cell: ({ target }) =>
        target.name ||
        (target.kind === "workspace" ? (
          t("thisWorkspace")
        ) : (
          <code className="font-mono text-xs">{target.id}</code>
        )),
    },
    { id: "actor", header: t("actor"), cell: (entry) => <Actor actor={entry.actor} /> },
    {
      id: "created_at",
      header: t("time"),
      card: "aside",
      cell: (entry) => <DateTime value={entry.createdAt} />,
    },
    { id: "ip", header: t("ip"), cell: (entry) => <span className="tabular-nums">{entry.ip ?? "–"}</span> },
  ];
}

function Actor({ actor }: Pick<AuditEntry, "actor">) {
  const t = useTranslations("audit.actorKinds");
  const systemNames = useTranslations("audit.systemActors");
  const isNamed = actor.kind === "system" && systemNames.has(actor.name);
  const Icon = actorIcons[actor.kind] ?? Cpu;
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5">
      <Icon aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      <span className="truncate">{isNamed ? systemNames(actor.name) : actor.name}</span>
      {actor.kind === "user" ? null : (
        <span className="text-muted-foreground text-xs">
          ({t.has(actor.kind) ? t(actor.kind) : actor.kind})
        </span>
      )}
    </span>
  );
}
