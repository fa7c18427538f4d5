"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import type { ApiKeyStatus } from "@/lib/domain/api-keys/api-key";
import type { ApiKey } from "./api";

const tones: Record<ApiKeyStatus, StatusTone> = { active: "done", expired: "paused", revoked: "stopped" };

export function useApiKeyColumns(): TableColumn<ApiKey>[] {
  const t = useTranslations("api-keys");
  return [
    { id: "name", header: t("name"), primary: true, cell: (key) => key.name },
    {
      id: "key",
      header: t("key"),
      cell: ({ prefix, last4, publishableKey, origins }) => (
        <span className="inline-flex items-center gap-1" title={origins.join(", ") || undefined}>
          <code className="font-mono text-xs">
            {prefix}…{last4}
          </code>
          {publishableKey ? <CopyButton value={publishableKey} /> : null}
        </span>
      ),
    },
    {
      id: "kind",
      header: t("kinds.label"),
      cell: ({ kind }) => t(`kinds.${kind}`),
    },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: (key) => <StatusPill status={tones[key.status]}>{t(`statuses.${key.status}`)}</StatusPill>,
    },
    { id: "scopes", header: t("scopes.label"), cell: (key) => <Scopes scopes={key.scopes} /> },
    {
      id: "last_used_at",
      header: t("lastUsed"),
      cell: (key) =>
        key.lastUsedAt ? (
          <span>
            <DateTime value={key.lastUsedAt} />
            {key.lastUsedIp ? (
              <span className="block text-muted-foreground text-xs">{key.lastUsedIp}</span>
            ) : null}
          </span>
        ) : (
          <span className="text-muted-foreground">{t("never")}</span>
        ),
    },
    {
      id: "expires_at",
      header: t("expires"),
      cell: (key) =>
        key.expiresAt ? <DateTime value={key.expiresAt} display="date" /> : t("create.lifetimes.never"),
    },
    { id: "creator", header: t("creator"), cell: (key) => key.creatorName ?? "–" },
    {
      id: "created_at",
      header: t("createdAt"),
      hidden: true,
      cell: (key) => <DateTime value={key.createdAt} display="date" />,
    },
  ];
}

function Scopes({ scopes }: { scopes: string[] }) {
  const t = useTranslations("api-keys.scopes");
  const [first = ""] = scopes;
  if (first === "all" || first === "read") return <Badge>{t(first)}</Badge>;
  return <Badge title={scopes.join(", ")}>{t("count", { count: scopes.length })}</Badge>;
}
