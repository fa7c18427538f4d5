"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/actions/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { MenuItem } from "@/components/ui/overlays/menu";
import { apiKeyStatuses } from "@/lib/domain/api-keys/api-key";
import { type ApiKey, apiKeysOptions, type NewApiKey, useApiKeyActs } from "./api";
import { CreateKeyDialog } from "./create-key-dialog";
import { NewKeyDialog } from "./new-key-dialog";
import { useApiKeyColumns } from "./use-api-key-columns";

export function ApiKeysScreen() {
  const t = useTranslations("api-keys");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("api_keys.write");
  const state = useTableState({ filters: { status: apiKeyStatuses } });
  const query = useQuery(apiKeysOptions(slug, state.query));
  const columns = useApiKeyColumns();
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  useShortcut("c", t("create.action"), () => mayWrite && setCreating(true));

  const createButton = mayWrite ? (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      {t("create.action")}
    </Button>
  ) : null;
  const handleCreated = (key: NewApiKey) => {
    setCreating(false);
    setCreated(key);
  };

  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={createButton} />
      <DataTable
        tableId="api-keys"
        label={t("title")}
        columns={columns}
        query={query}
        state={state}
        rowId={(key) => key.id}
        rowName={(key) => key.name}
        filters={[
          {
            id: "status",
            label: t("status"),
            options: apiKeyStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
        ]}
        rowMenu={(key) => (
          <MenuItem
            danger
            disabled={!mayWrite || key.status === "revoked"}
            icon={<Trash2 aria-hidden />}
            onClick={() => setRevoking(key)}
          >
            {t("revoke.action")}
          </MenuItem>
        )}
        empty={
          <EmptyState
            icon={<KeyRound aria-hidden />}
            title={t("emptyTitle")}
            description={t("emptyDescription")}
            actions={createButton}
          />
        }
      />
      <CreateKeyDialog
        workspace={slug}
        open={creating}
        onOpenChange={setCreating}
        onCreated={handleCreated}
      />
      {created ? <NewKeyDialog apiKey={created} onClose={() => setCreated(undefined)} /> : null}
      {revoking ? (
        <RevokeKeyDialog workspace={slug} apiKey={revoking} onClose={() => setRevoking(undefined)} />
      ) : null}
    </>
  );
}

type RevokeProps = { workspace: string; apiKey: ApiKey; onClose: () => void };

function RevokeKeyDialog({ workspace, apiKey, onClose }: RevokeProps) {
  const t = useTranslations("api-keys");
  const { revoke } = useApiKeyActs(workspace);
  const { id, name } = apiKey;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("revoke.title", { name })}
      description={t("revoke.description")}
      confirmLabel={t("revoke.action")}
      onConfirm={() => revoke.mutateAsync(id).then(() => toast.success(t("revoke.done", { name })))}
    />
  );
}
