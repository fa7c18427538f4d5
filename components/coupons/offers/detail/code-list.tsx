"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleMinus, CirclePlay, Ellipsis, FlaskConical, Layers, Plus, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { newBatchHref } from "@/components/coupons/batches/batch-href";
import { codeTestHref } from "@/components/coupons/redemptions/redemption-href";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { cn } from "@/components/ui/cn";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useDelayed } from "@/lib/browser/use-delayed";
import { mayDo } from "@/lib/domain/coupons/offers/offer";
import { type CouponCode, codesOptions, type Offer } from "../api";
import { CodeDialog } from "./code-dialog";
import { useCodeActs } from "./use-code-acts";

const pageSize = 10;

/** The codes of the offer that no batch made. */
export function CodeList({ offer }: { offer: Offer }) {
  const t = useTranslations("offers.codes");
  const { slug } = useShell().workspace;
  const mayAdd = useMay("coupons.write") && mayDo(offer.state, "edit");
  const [pages, setPages] = useState(1);
  const query = useQuery(
    codesOptions(slug, offer.id, { page: 1, pageSize: Math.min(100, pages * pageSize) }),
  );
  const [open, setOpen] = useState<{ code: CouponCode | undefined } | null>(null);
  const isSlow = useDelayed(query.isPending);
  return (
    <Card
      flush
      title={t("title")}
      description={t("description")}
      actions={
        mayAdd ? (
          <>
            <ButtonLink icon={<Layers />} href={newBatchHref(slug, offer.id)}>
              {t("generate")}
            </ButtonLink>
            <Button icon={<Plus />} onClick={() => setOpen({ code: undefined })}>
              {t("add")}
            </Button>
          </>
        ) : null
      }
    >
      {query.isError ? <ErrorState onRetry={() => void query.refetch()} /> : null}
      {query.isPending && isSlow ? <Skeleton className="m-4 h-16" /> : null}
      {query.data?.data.length === 0 ? (
        <p className="border-t px-4 py-6 text-center text-muted-foreground text-sm">{t("empty")}</p>
      ) : null}
      <ul className="divide-y border-t empty:hidden">
        {query.data?.data.map((code) => (
          <CodeRow key={code.codeKey} code={code} mayWrite={mayAdd} onAssign={() => setOpen({ code })} />
        ))}
      </ul>
      {query.data?.hasMore && pages < 10 ? (
        <div className="border-t p-2 text-center">
          <Button variant="ghost" loading={query.isFetching} onClick={() => setPages(pages + 1)}>
            {t("more")}
          </Button>
        </div>
      ) : null}
      {open ? <CodeDialog offerId={offer.id} code={open.code} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

type CodeRowProps = { code: CouponCode; mayWrite: boolean; onAssign: () => void };

function CodeRow({ code, mayWrite, onAssign }: CodeRowProps) {
  const t = useTranslations("offers.codes");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const { change } = useCodeActs(slug, code.offerId);
  const mayTest = useMay("coupons.redeem");
  const { isDisabled, uses, usesMax, contactName } = code;
  const count = format.number(uses, "integer");
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5 pr-2 pl-4 text-sm">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className={cn("break-all font-mono", isDisabled && "text-muted-foreground line-through")}>
          {code.code}
        </span>
        <CopyButton value={code.code} label={t("copy", { code: code.code })} />
        {isDisabled ? <Badge tone="warning">{t("isDisabled")}</Badge> : null}
        {contactName ? (
          <span className="inline-flex items-center gap-1 text-muted-foreground text-xs">
            <UserRound aria-hidden className="size-3.5" />
            {contactName}
          </span>
        ) : null}
      </span>
      <span className="shrink-0 text-muted-foreground tabular-nums">
        {usesMax === null ? t("uses", { count: uses }) : `${count} / ${format.number(usesMax, "integer")}`}
      </span>
      {mayWrite || mayTest ? (
        <Menu trigger={<IconButton icon={<Ellipsis />} size="sm" label={t("menu", { code: code.code })} />}>
          {mayTest ? (
            <MenuItem icon={<FlaskConical />} href={codeTestHref(slug, { code: code.code })}>
              {t("test")}
            </MenuItem>
          ) : null}
          {mayWrite ? (
            <>
              <MenuItem icon={<UserRound />} onClick={onAssign}>
                {t("assign")}
              </MenuItem>
              <MenuItem
                icon={isDisabled ? <CirclePlay /> : <CircleMinus />}
                onClick={() => change.mutate({ code: code.code, isDisabled: !isDisabled })}
              >
                {t(isDisabled ? "enable" : "disable")}
              </MenuItem>
            </>
          ) : null}
        </Menu>
      ) : null}
    </li>
  );
}
