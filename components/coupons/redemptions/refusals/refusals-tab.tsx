"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableFilter } from "@/components/ui/data-table/table-filters";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { MenuItem } from "@/components/ui/overlays/menu";
import { useLive } from "@/lib/browser/realtime/use-live";
import { type RedemptionAct, redemptionActs } from "@/lib/domain/coupons/redemptions/redemption";
import { type RefusalReason, refusalReasons } from "@/lib/domain/coupons/redemptions/refusal";
import { type Refusal, refusalsOptions, signalPauseMillis } from "../api";
import { LiveButton } from "../live-button";
import { LogChips } from "../log-chips";
import { codeTestHref } from "../redemption-href";
import { periodDays, useLogQuery } from "../use-log-query";
import { useNarrowingFilters } from "../use-narrowing-filters";
import { RefusalSheet } from "./refusal-sheet";
import { useRefusalColumns } from "./use-refusal-columns";

/** What was refused, and why. */
export function RefusalsTab() {
  const t = useTranslations("redemptions");
  const { workspace } = useShell();
  const mayTest = useMay("coupons.redeem");
  const columns = useRefusalColumns();
  const [isPaused, setIsPaused] = useState(false);
  const [opened, setOpened] = useState<Refusal>();
  const { state, filters, ids, narrowing, page, isAtTop } = useLogQuery({
    reason: refusalReasons,
    act: redemptionActs,
  });
  const chosen = {
    ...(filters.reason ? { reason: filters.reason as RefusalReason[] } : {}),
    ...(filters.act ? { act: filters.act as RedemptionAct[] } : {}),
  };
  const options = refusalsOptions(workspace.slug, { ...page, ...narrowing, ...chosen }, !isPaused && isAtTop);
  const query = useQuery(useLive(options, signalPauseMillis));
  const narrowings = useNarrowingFilters(workspace.slug, ids);
  const offered: TableFilter[] = [
    {
      id: "reason",
      label: t("reason"),
      options: refusalReasons.map((value) => ({ value, label: t(`reasons.${value}`) })),
    },
    {
      id: "act",
      label: t("act"),
      options: redemptionActs.map((value) => ({ value, label: t(`acts.${value}`) })),
    },
    ...narrowings,
    {
      id: "period",
      label: t("time"),
      options: periodDays.map((value) => ({ value, label: t(`periods.${value}`) })),
    },
  ];
  return (
    <>
      <LogChips ids={ids} filters={narrowings} row={query.data?.data[0]} state={state} />
      <DataTable
        tableId="refusals"
        label={t("tabs.refusals")}
        columns={columns}
        query={query}
        state={state}
        filters={offered}
        searchPlaceholder={t("searchRefusals")}
        rowId={({ id }) => id}
        rowName={({ code }) => code}
        onRowOpen={setOpened}
        {...(mayTest
          ? {
              rowMenu: ({ code, contact, createdAt }: Refusal) => (
                <MenuItem
                  icon={<FlaskConical />}
                  href={codeTestHref(workspace.slug, { code, contactId: contact?.id, at: createdAt })}
                >
                  {t("tryThen")}
                </MenuItem>
              ),
            }
          : {})}
        toolbar={isAtTop ? <LiveButton isPaused={isPaused} onChange={setIsPaused} /> : null}
        empty={
          <EmptyState
            icon={<ShieldCheck aria-hidden />}
            title={t("noRefusals")}
            description={t("noRefusalsDescription")}
          />
        }
      />
      <RefusalSheet workspace={workspace.slug} refusal={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
