"use client";

import { useQuery } from "@tanstack/react-query";
import { FileUp, Pencil, Plus, Trash2, Users } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { hrefOf } from "@/components/layout/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { Badge } from "@/components/ui/display/badge";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { MenuItem } from "@/components/ui/overlays/menu";
import { channels } from "@/lib/domain/channels/channel";
import { contactKinds } from "@/lib/domain/contacts/contact";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import { type Contact, contactsOptions } from "./api";
import { ContactBulkActions } from "./contact-bulk-actions";
import { contactHref } from "./contact-href";
import { useContactName } from "./contact-name";
import { ContactSheet } from "./contact-sheet";
import { DeleteContactDialog } from "./delete-contact-dialog";
import { ExportDialog } from "./export-dialog";
import { FollowedJob } from "./followed-job";
import { ImportNotice } from "./imports/import-notice";
import { useImportFilter } from "./imports/use-import-filter";
import { useContactColumns } from "./use-contact-columns";
import { useContactFilters } from "./use-contact-filters";

export function ContactsScreen({ consentMode }: { consentMode: ConsentMode }) {
  const t = useTranslations("contacts");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("contacts.write");
  const state = useTableState({
    filters: { kind: contactKinds, channel: channels, country: null, tag: null },
    defaultSort: "-created_at",
  });
  const [importJobId, clearImport] = useImportFilter();
  const ofImport = importJobId ? { importJobId } : {};
  const query = useQuery(contactsOptions(slug, { ...state.query, ...ofImport }));
  const columns = useContactColumns(consentMode);
  const nameOf = useContactName();
  const [editing, setEditing] = useQueryState("edit", parseAsString.withOptions({ history: "push" }));
  const [followed, setFollowed] = useState<string[]>([]);
  const [deleting, setDeleting] = useState<Contact>();
  useShortcut("c", t("create"), () => mayWrite && void setEditing("new"));
  const listFilter = { ...state.filters, ...ofImport, ...(state.search ? { q: state.search } : {}) };
  const total = query.data?.total ?? null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        badge={total === null ? null : <Badge>{format.number(total)}</Badge>}
        actions={<Actions onCreate={() => void setEditing("new")} />}
      />
      {importJobId ? <ImportNotice jobId={importJobId} onClear={clearImport} /> : null}
      <DataTable
        tableId="contacts"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={(contact) => contact.id}
        rowName={nameOf}
        rowHref={(contact) => contactHref(slug, contact.id)}
        searchPlaceholder={t("searchPlaceholder")}
        filters={useContactFilters(slug, state.filters)}
        toolbar={<ExportDialog workspace={slug} selection={{ filter: listFilter }} count={total} />}
        {...(mayWrite
          ? {
              rowMenu: (contact: Contact) => (
                <>
                  <MenuItem icon={<Pencil aria-hidden />} onClick={() => void setEditing(contact.id)}>
                    {t("edit")}
                  </MenuItem>
                  <MenuItem danger icon={<Trash2 aria-hidden />} onClick={() => setDeleting(contact)}>
                    {t("delete.action")}
                  </MenuItem>
                </>
              ),
              bulkActions: (selection) => (
                <ContactBulkActions
                  workspace={slug}
                  selection={selection}
                  filter={listFilter}
                  onStarted={({ id }) => {
                    selection.clear();
                    setFollowed((ids) => [...ids, id]);
                  }}
                />
              ),
              canSelectMatching: true,
            }
          : {})}
        empty={
          <EmptyState
            icon={<Users aria-hidden />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
            actions={<Actions onCreate={() => void setEditing("new")} />}
          />
        }
      />
      {followed.map((id) => (
        <FollowedJob
          key={id}
          workspace={slug}
          jobId={id}
          onEnd={() => setFollowed((ids) => ids.filter((other) => other !== id))}
        />
      ))}
      <ContactSheet workspace={slug} editing={editing} onClose={() => void setEditing(null)} />
      {deleting ? (
        <DeleteContactDialog
          workspace={slug}
          contactId={deleting.id}
          name={nameOf(deleting)}
          onClose={() => setDeleting(undefined)}
        />
      ) : null}
    </>
  );
}

function Actions({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations("contacts");
  const { slug } = useShell().workspace;
  if (!useMay("contacts.write")) return null;
  return (
    <>
      <ButtonLink href={hrefOf(slug, "contacts/import")} icon={<FileUp />}>
        {t("import.action")}
      </ButtonLink>
      <Button variant="primary" icon={<Plus />} onClick={onCreate}>
        {t("create")}
      </Button>
    </>
  );
}
