"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useMay, useShell } from "@/components/layout/shell-context";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/actions/button";
import { Kbd } from "@/components/ui/display/kbd";
import { InviteDialog } from "./invite-dialog";
import { MembersTable } from "./members-table";
import { PendingInvites } from "./pending-invites";

export type MembersScreenProps = { ownId: string; matrix: ReactNode };

export function MembersScreen({ ownId, matrix }: MembersScreenProps) {
  const t = useTranslations("members");
  const { workspace } = useShell();
  const mayInvite = useMay("members.write");
  const [inviting, setInviting] = useState(false);
  useShortcut("m", t("invite.action"), () => mayInvite && setInviting(true));
  const about = { workspaceId: workspace.id, ownRole: workspace.role };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayInvite ? (
            <Button variant="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
              {t("invite.action")}
              <Kbd keys="m" inverted className="max-sm:hidden" />
            </Button>
          ) : null
        }
      />
      <MembersTable {...about} ownId={ownId} />
      <PendingInvites {...about} />
      {matrix}
      <InviteDialog {...about} open={inviting} onOpenChange={setInviting} />
    </>
  );
}
