"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleMinus, CirclePlay, FlaskConical, Layers, Plus, Tickets, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { newBatchHref } from "@/components/coupons/batches/batch-href";
import { codeTestHref } from "@/components/coupons/redemptions/redemption-href";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { cn } from "@/components/ui/cn";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { MenuItem } from "@/components/ui/overlays/menu";
import { mayDo } from "@/lib/domain/coupons/offers/offer";
import { type CouponCode, codesOptions, type Offer } from "../api";
import { CodeDialog } from "./code-dialog";
import { useCodeActs } from "./use-code-acts";

const pageSize = 10;

/** The codes of the offer that no batch made, found however they are typed. */
export function CodeList({ offer }: { offer: Offer }) {
  const t = useTranslations("offers.codes");
  const { slug } = useShell().workspace;
  const mayAdd = useMay("coupons.write") && mayDo(offer.state, "edit");
  const mayTest = useMay("coupons.redeem");
  const state = useTableState({ paging: "page", pageSize });
  const { sort: _, ...page } = state.query;
  const query = useQuery(codesOptions(slug, offer.id, page));
  const { change } = useCodeActs(slug, offer.id);
  const [open, setOpen] = useState<{ code: CouponCode | undefined } | null>(null);
  const add = mayAdd ? (
    <>
      <ButtonLink icon={<Layers />} href={newBatchHref(slug, offer.id)}>
        {t("generate")}
      </ButtonLink>
      <Button icon={<Plus />} onClick={() => setOpen({ code: undefined })}>
        {t("add")}
      </Button>
    </>
  ) : null;
  return (
    <section aria-label={t("title")}>
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <p className="mb-3 text-muted-foreground text-sm">{t("description")}</p>
      <DataTable
        tableId="offer-codes"
        label={t("title")}
        columns={useCodeColumns()}
        query={query}
        state={state}
        rowId={({ codeKey }) => codeKey}
        rowName={({ code }) => code}
        searchPlaceholder={t("search")}
        toolbar={add}
        {...(mayAdd || mayTest
          ? {
              rowMenu: (code: CouponCode) => (
                <>
                  {mayTest ? (
                    <MenuItem icon={<FlaskConical />} href={codeTestHref(slug, { code: code.code })}>
                      {t("test")}
                    </MenuItem>
                  ) : null}
                  {mayAdd ? (
                    <CodeChanges
                      code={code}
                      onAssign={() => setOpen({ code })}
                      onSwitch={() => change.mutate({ code: code.code, isDisabled: !code.isDisabled })}
                    />
                  ) : null}
                </>
              ),
            }
          : {})}
        empty={<EmptyState icon={<Tickets aria-hidden />} title={t("none")} description={t("empty")} />}
      />
      {open ? <CodeDialog offerId={offer.id} code={open.code} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function useCodeColumns(): TableColumn<CouponCode>[] {
  const t = useTranslations("offers.codes");
  const format = useFormatter();
  const usesOf = ({ uses, usesMax }: CouponCode) =>
    usesMax === null
      ? format.number(uses, "integer")
      : `${format.number(uses, "integer")} / ${format.number(usesMax, "integer")}`;
  return [
    {
      id: "code",
      header: t("code"),
      primary: true,
      cell: ({ code, isDisabled }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className={cn("break-all font-mono", isDisabled && "text-muted-foreground line-through")}>
            {code}
          </span>
          <CopyButton value={code} label={t("copy", { code })} />
          {isDisabled ? <Badge tone="warning">{t("isDisabled")}</Badge> : null}
        </span>
      ),
    },
    { id: "holder", header: t("holder"), cell: ({ contactName }) => contactName ?? t("anybody") },
    { id: "uses", header: t("used"), align: "end", cell: usesOf },
    {
      id: "createdAt",
      header: t("createdAt"),
      hidden: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
  ];
}

type CodeChangesProps = { code: CouponCode; onAssign: () => void; onSwitch: () => void };

function CodeChanges({ code: { isDisabled }, onAssign, onSwitch }: CodeChangesProps) {
  const t = useTranslations("offers.codes");
  return (
    <>
      <MenuItem icon={<UserRound />} onClick={onAssign}>
        {t("assign")}
      </MenuItem>
      <MenuItem icon={isDisabled ? <CirclePlay /> : <CircleMinus />} onClick={onSwitch}>
        {t(isDisabled ? "enable" : "disable")}
      </MenuItem>
    </>
  );
}
