"use client";

import { useQuery } from "@tanstack/react-query";
import { Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill } from "@/components/ui/display/status-pill";
import { toast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useLive } from "@/lib/browser/realtime/use-live";
import { inviteDays } from "@/lib/domain/invites/invite";
import { mayGrant, type Role, roleMay } from "@/lib/domain/members/role";
import { type Invite, invitesOptions, useInviteActs } from "./api";
import { InviteLinks } from "./invite-links";

export type PendingInvitesProps = { workspaceId: string; ownRole: Role };

/** Not there at all while nobody is invited. */
export function PendingInvites({ workspaceId, ownRole }: PendingInvitesProps) {
  const t = useTranslations("members.pending");
  const invites = useQuery(useLive(invitesOptions(workspaceId))).data?.data ?? [];
  const acts = useInviteActs(workspaceId);
  const renewed = acts.renew.data;
  if (invites.length === 0) return null;
  return (
    <Card title={t("title", { count: invites.length })} flush className="mt-8">
      <ul className="divide-y border-t">
        {invites.map((invite) => (
          <InviteRow
            key={invite.id}
            invite={invite}
            acts={roleMay(ownRole, "members.write") && mayGrant(ownRole, invite.role) ? acts : undefined}
          />
        ))}
      </ul>
      <Dialog
        open={Boolean(renewed)}
        onOpenChange={(open) => !open && acts.renew.reset()}
        keepOpen
        title={t(renewed?.mail.status === "sent" ? "resentTitle" : "linkTitle")}
        description={t("linkDescription", { days: inviteDays })}
      >
        {renewed ? <InviteLinks invites={[renewed]} /> : null}
      </Dialog>
    </Card>
  );
}

type RowProps = { invite: Invite; acts: ReturnType<typeof useInviteActs> | undefined };

function InviteRow({ invite, acts }: RowProps) {
  const t = useTranslations("members");
  const [revoking, setRevoking] = useState(false);
  const { id, email, role, status, inviterName, expiresAt, mailedAt } = invite;
  const isOpen = status === "invited";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-48 flex-1">
        <p className="break-all font-medium">{email}</p>
        <p className="text-muted-foreground text-xs">
          {inviterName ? t("pending.by", { name: inviterName }) : null}{" "}
          {t(isOpen ? "pending.ends" : "pending.ended")} <DateTime value={expiresAt} />
          {mailedAt ? (
            <>
              {" · "}
              {t("pending.mailed")} <DateTime value={mailedAt} />
            </>
          ) : null}
        </p>
      </div>
      <Badge>{t(`roles.${role}`)}</Badge>
      <StatusPill status={isOpen ? "waiting" : "stopped"}>
        {t(`pending.${isOpen ? "open" : "expired"}`)}
      </StatusPill>
      {acts ? (
        <span className="flex items-center gap-1">
          <Button
            size="sm"
            icon={<Send />}
            loading={acts.renew.isPending && acts.renew.variables === id}
            onClick={() => acts.renew.mutate(id)}
          >
            {t("pending.resend")}
          </Button>
          <IconButton
            size="sm"
            icon={<Trash2 />}
            label={t("pending.revokeOf", { email })}
            onClick={() => setRevoking(true)}
          />
          <ConfirmDialog
            open={revoking}
            onOpenChange={setRevoking}
            title={t("pending.revokeTitle", { email })}
            description={t("pending.revokeDescription")}
            confirmLabel={t("pending.revoke")}
            onConfirm={() =>
              acts.revoke.mutateAsync(id).then(() => toast.success(t("pending.revoked", { email })))
            }
          />
        </span>
      ) : null}
    </li>
  );
}
