"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { MenuItem } from "@/components/ui/overlays/menu";
import { type RedemptionAct, redemptionActs } from "@/lib/domain/coupons/redemptions/redemption";
import { type RefusalReason, refusalReasons } from "@/lib/domain/coupons/redemptions/refusal";
import { type Refusal, refusalsOptions } from "../api";
import { LiveButton } from "../live-button";
import { LogChips } from "../log-chips";
import { codeTestHref } from "../redemption-href";
import { periodDays, useLogQuery } from "../use-log-query";
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
  const query = useQuery(
    refusalsOptions(
      workspace.slug,
      {
        ...page,
        ...narrowing,
        ...(filters.reason ? { reason: filters.reason as RefusalReason[] } : {}),
        ...(filters.act ? { act: filters.act as RedemptionAct[] } : {}),
      },
      !isPaused && isAtTop,
    ),
  );
  const options = [
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
    {
      id: "period",
      label: t("time"),
      options: periodDays.map((value) => ({ value, label: t(`periods.${value}`) })),
    },
  ];
  return (
    <>
      <LogChips ids={ids} row={query.data?.data[0]} state={state} />
      <DataTable
        tableId="refusals"
        label={t("tabs.refusals")}
        columns={columns}
        query={query}
        state={state}
        filters={options}
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
