"use client";

import { useQuery } from "@tanstack/react-query";
import { Tickets } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { StatusPill } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { codeStatuses } from "@/lib/domain/coupons/batches/batch";
import { isMistyped } from "@/lib/domain/coupons/batches/code-design";
import { type Batch, type BatchCode, batchCodesOptions } from "./api";
import { toneOfCode } from "./batch-words";

/** Found however they are typed; a slip of the fingers is told without asking the server. */
export function BatchCodes({ workspace, batch }: { workspace: string; batch: Batch }) {
  const t = useTranslations("batches");
  const state = useTableState({ filters: { status: codeStatuses } });
  const query = useQuery({
    ...batchCodesOptions(workspace, batch, state.query),
    // The first page fills while the codes are written.
    refetchInterval: batch.status === "generating" && batch.generated < 100 ? 1_000 : false,
  });
  return (
    <>
      {isMistyped(batch.design, state.search) ? (
        <p role="status" className="mb-2 text-sm text-warning">
          {t("mistyped")}
        </p>
      ) : null}
      <DataTable
        tableId="batch-codes"
        label={t("codes")}
        columns={useCodeColumns()}
        query={query}
        state={state}
        rowId={(code) => String(code.seq)}
        rowName={({ code }) => code}
        searchPlaceholder={t("searchCode")}
        filters={[
          {
            id: "status",
            label: t("status"),
            options: codeStatuses.map((value) => ({ value, label: t(`codeStatuses.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={<Tickets aria-hidden />}
            title={t("noCodes")}
            description={t("noCodesDescription")}
          />
        }
      />
    </>
  );
}

function useCodeColumns(): TableColumn<BatchCode>[] {
  const t = useTranslations("batches");
  const format = useFormatter();
  return [
    {
      id: "code",
      header: t("code"),
      primary: true,
      cell: ({ code }) => (
        <span className="inline-flex items-center gap-1 font-mono">
          {code}
          <CopyButton value={code} label={t("copyCode", { code })} />
        </span>
      ),
    },
    {
      id: "status",
      header: t("status"),
      card: "aside",
      cell: ({ status }) => (
        <StatusPill status={toneOfCode[status]}>{t(`codeStatuses.${status}`)}</StatusPill>
      ),
    },
    { id: "uses", header: t("used"), align: "end", cell: ({ uses }) => format.number(uses) },
    { id: "seq", header: t("number"), align: "end", cell: ({ seq }) => format.number(seq + 1) },
  ];
}
