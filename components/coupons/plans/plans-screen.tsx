"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, BadgeCheck, CircleMinus, CirclePlay, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { type Plan, plansOptions } from "./api";
import { PlanDialog } from "./plan-dialog";
import { usePlanActs } from "./use-plan-acts";
import { usePlanColumns } from "./use-plan-columns";

const filterWords = { tier: membershipTiers, isActive: ["true", "false"] } as const;

export type PlansScreenProps = {
  /** That new plans begin with. */
  currency: string;
};

export function PlansScreen({ currency }: PlansScreenProps) {
  const t = useTranslations("plans");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("coupons.write");
  const state = useTableState({ filters: filterWords });
  const { isActive = [], ...asked } = state.query;
  const one = isActive.length === 1 ? { isActive: isActive[0] === "true" } : {};
  const query = useQuery(plansOptions(slug, { ...asked, ...one }));
  const [isNew, setIsNew] = useQueryState("new", parseAsBoolean.withDefault(false));
  const [edited, setEdited] = useState<Plan>();
  const [deleted, setDeleted] = useState<Plan>();
  const { remove } = usePlanActs(slug);
  const columns = usePlanColumns();
  const filters = useFilters();
  const newButton = (
    <Button variant="primary" icon={<Plus />} onClick={() => void setIsNew(true)}>
      {t("new")}
    </Button>
  );
  const close = () => {
    void setIsNew(null);
    setEdited(undefined);
  };
  const isOrdered = !state.isFiltered && state.sort === undefined;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={mayWrite ? newButton : null} />
      <DataTable
        tableId="coupon-plans"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        {...(mayWrite
          ? {
              onRowOpen: setEdited,
              rowMenu: (plan: Plan) => (
                <PlanMenuItems
                  plan={plan}
                  plans={isOrdered ? (query.data?.data ?? []) : []}
                  onEdit={setEdited}
                  onDelete={setDeleted}
                />
              ),
            }
          : {})}
        searchPlaceholder={t("searchPlaceholder")}
        filters={filters}
        empty={
          <EmptyState
            icon={<BadgeCheck />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
            actions={mayWrite ? newButton : null}
          />
        }
      />
      {mayWrite && (isNew || edited) ? (
        <PlanDialog key={edited?.id} plan={edited} currency={currency} onClose={close} />
      ) : null}
      {deleted ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setDeleted(undefined)}
          title={t("delete.title", { name: deleted.name })}
          description={t("delete.description")}
          confirmLabel={t("delete.confirm")}
          onConfirm={() => remove.mutateAsync(deleted)}
        />
      ) : null}
    </>
  );
}

type MenuProps = {
  plan: Plan;
  /** In their order; empty while another one is shown. */
  plans: readonly Plan[];
  onEdit: (plan: Plan) => void;
  onDelete: (plan: Plan) => void;
};

function PlanMenuItems({ plan, plans, onEdit, onDelete }: MenuProps) {
  const t = useTranslations("plans.menu");
  const { slug } = useShell().workspace;
  const { activate, deactivate, reorder } = usePlanActs(slug);
  const at = plans.findIndex(({ id }) => id === plan.id);
  const move = (by: -1 | 1) => {
    const ids = plans.map(({ id }) => id).filter((id) => id !== plan.id);
    ids.splice(at + by, 0, plan.id);
    reorder.mutate(ids);
  };
  return (
    <>
      <MenuItem icon={<Pencil />} onClick={() => onEdit(plan)}>
        {t("edit")}
      </MenuItem>
      {at > 0 ? (
        <MenuItem icon={<ArrowUp />} onClick={() => move(-1)}>
          {t("up")}
        </MenuItem>
      ) : null}
      {at >= 0 && at < plans.length - 1 ? (
        <MenuItem icon={<ArrowDown />} onClick={() => move(1)}>
          {t("down")}
        </MenuItem>
      ) : null}
      {plan.isActive ? (
        <MenuItem icon={<CircleMinus />} onClick={() => deactivate.mutate(plan)}>
          {t("deactivate")}
        </MenuItem>
      ) : (
        <MenuItem icon={<CirclePlay />} onClick={() => activate.mutate(plan)}>
          {t("activate")}
        </MenuItem>
      )}
      {plan.offers === 0 ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onClick={() => onDelete(plan)}>
            {t("delete")}
          </MenuItem>
        </>
      ) : null}
    </>
  );
}

function useFilters() {
  const t = useTranslations("plans");
  return [
    {
      id: "tier",
      label: t("fields.tier"),
      options: membershipTiers.map((value) => ({ value, label: t(`tiers.${value}`) })),
    },
    {
      id: "isActive",
      label: t("fields.state"),
      options: [
        { value: "true", label: t("active") },
        { value: "false", label: t("inactive") },
      ],
    },
  ];
}
