"use client";

import { useQuery } from "@tanstack/react-query";
import { IdCard } from "lucide-react";
import { useTranslations } from "next-intl";
import { contactHref } from "@/components/contacts/contact-href";
import { useContactName } from "@/components/contacts/contact-name";
import { useShell } from "@/components/layout/shell-context";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { DateTime } from "@/components/ui/display/date-time";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { membershipExpiries } from "@/lib/domain/coupons/ledger/membership";
import { membershipTiers } from "@/lib/domain/coupons/plans/plan";
import { type Membership, membershipsOptions } from "./api";
import { ExpiryPill } from "./redemption-pill";

/** Who is a member, and until when. */
export function MembershipsTab() {
  const t = useTranslations("redemptions");
  const { workspace } = useShell();
  const nameOf = useContactName();
  const state = useTableState({
    filters: { expiry: membershipExpiries, tier: membershipTiers },
    defaultSort: "expires_at",
  });
  const query = useQuery(membershipsOptions(workspace.slug, state.query));
  const columns: TableColumn<Membership>[] = [
    { id: "contact", header: t("person"), primary: true, cell: ({ contact }) => nameOf(contact) },
    {
      id: "expiry",
      header: t("membership"),
      card: "aside",
      cell: ({ expiry }) => <ExpiryPill expiry={expiry} />,
    },
    { id: "plan", header: t("plan"), cell: ({ plan, tier }) => plan?.name ?? t(`tiers.${tier}`) },
    { id: "tier", header: t("tier"), hidden: true, cell: ({ tier }) => t(`tiers.${tier}`) },
    { id: "since", header: t("since"), cell: ({ since }) => <DateTime value={since} display="date" /> },
    {
      id: "expires_at",
      header: t("ends"),
      sortable: true,
      cell: ({ expiresAt }) => (expiresAt ? <DateTime value={expiresAt} display="date" /> : t("never")),
    },
  ];
  return (
    <DataTable
      tableId="memberships"
      label={t("tabs.memberships")}
      columns={columns}
      query={query}
      state={state}
      filters={[
        {
          id: "expiry",
          label: t("membership"),
          options: membershipExpiries.map((value) => ({ value, label: t(`expiries.${value}`) })),
        },
        {
          id: "tier",
          label: t("tier"),
          options: membershipTiers.map((value) => ({ value, label: t(`tiers.${value}`) })),
        },
      ]}
      searchPlaceholder={t("searchPeople")}
      rowId={({ contact }) => contact.id}
      rowName={({ contact }) => nameOf(contact)}
      rowHref={({ contact }) => contactHref(workspace.slug, contact.id)}
      empty={
        <EmptyState
          icon={<IdCard aria-hidden />}
          title={t("noMemberships")}
          description={t("noMembershipsDescription")}
        />
      }
    />
  );
}
