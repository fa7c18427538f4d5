"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { LayoutTemplate, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChannelIcon } from "@/components/content/channel-icon";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { type TableFilter, TableFilters } from "@/components/ui/data-table/table-filters";
import { TableSearch } from "@/components/ui/data-table/table-search";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { ApiError } from "@/lib/browser/api-client";
import { useDelayed } from "@/lib/browser/use-delayed";
import { channels } from "@/lib/domain/channels/channel";
import { templateCategories, templateSources } from "@/lib/domain/templates/template";
import { templatesOptions } from "./api";
import { mayWriteTemplates } from "./may-write-templates";
import { TemplateCard } from "./template-card";

const filterWords = {
  channel: channels,
  category: templateCategories,
  source: templateSources,
  state: ["archived"],
} as const;

/** Every template, shipped and own, as people will see it. */
export function TemplateGallery() {
  const t = useTranslations("templates");
  const locale = useLocale();
  const { workspace } = useShell();
  const state = useTableState({ filters: filterWords });
  const filters = useFilters();
  const { state: archive, ...chosen } = state.filters;
  const isArchive = archive !== undefined;
  const query = {
    locale,
    ...chosen,
    ...(state.search ? { q: state.search } : {}),
    ...(isArchive ? { archived: true } : {}),
  };
  const templates = useInfiniteQuery(templatesOptions(workspace.slug, query));
  const rows = templates.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 sm:flex-none">
          <TableSearch value={state.search} onChange={state.setSearch} placeholder={t("search")} />
        </div>
        <TableFilters filters={filters} state={state} />
      </div>
      {templates.isPending ? <GallerySkeleton /> : null}
      {templates.isError ? <Failure error={templates.error} onRetry={() => templates.refetch()} /> : null}
      {templates.isSuccess && rows.length === 0 ? (
        <NothingFound isArchive={isArchive} onClear={state.clearFilters} />
      ) : null}
      <Grid label={t("title")}>
        {rows.map((template) => (
          <li key={template.id} className="min-w-0">
            <TemplateCard template={template} />
          </li>
        ))}
      </Grid>
      {templates.hasNextPage ? (
        <Button
          className="self-center"
          loading={templates.isFetchingNextPage}
          onClick={() => templates.fetchNextPage()}
        >
          {t("next")}
        </Button>
      ) : null}
    </div>
  );
}

function useFilters(): TableFilter[] {
  const t = useTranslations();
  const filter = (id: keyof typeof filterWords, options: TableFilter["options"]) => ({
    id,
    label: t(`templates.filters.${id}`),
    options,
  });
  return [
    filter(
      "channel",
      channels.map((value) => ({
        value,
        label: t(`content.channels.${value}`),
        icon: <ChannelIcon channel={value} />,
      })),
    ),
    filter(
      "category",
      templateCategories.map((value) => ({ value, label: t(`templates.categories.${value}`) })),
    ),
    filter(
      "source",
      templateSources.map((value) => ({ value, label: t(`templates.sources.${value}`) })),
    ),
    filter("state", [{ value: "archived", label: t("templates.filters.archived") }]),
  ];
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const requestId = error instanceof ApiError ? error.problem.instance : undefined;
  return <ErrorState onRetry={onRetry} {...(requestId ? { requestId } : {})} />;
}

function Grid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-4 empty:hidden"
    >
      {children}
    </ul>
  );
}

const placeholders = ["a", "b", "c", "d", "e", "f", "g", "h"];

function GallerySkeleton() {
  const t = useTranslations("templates");
  const isSlow = useDelayed(true);
  if (!isSlow) return null;
  return (
    <Grid label={t("loading")}>
      {placeholders.map((key) => (
        <li key={key} className="rounded-lg border bg-card">
          <Skeleton className="h-44 w-full rounded-none rounded-t-lg" />
          <div className="flex flex-col gap-2 p-3.5">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </li>
      ))}
    </Grid>
  );
}

function NothingFound({ isArchive, onClear }: { isArchive: boolean; onClear: () => void }) {
  const t = useTranslations("templates");
  const { workspace } = useShell();
  return (
    <EmptyState
      icon={<LayoutTemplate />}
      title={t(isArchive ? "archivedEmptyTitle" : "emptyTitle")}
      description={t(isArchive ? "archivedEmptyDescription" : "emptyDescription")}
      actions={
        <>
          <Button onClick={onClear}>{t("clearFilters")}</Button>
          {mayWriteTemplates(workspace.role) ? (
            <ButtonLink href={hrefOf(workspace.slug, "templates/new")} variant="primary" icon={<Plus />}>
              {t("new")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}
