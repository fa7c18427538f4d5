"use client";

import { Link2, MailCheck, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { cn } from "@/components/ui/cn";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import type { InviteMail } from "@/lib/domain/invites/invite";

export type InviteLinksProps = {
  invites: readonly { id: string; email: string; url: string; mail: InviteMail }[];
  /** Addresses that needed no invite. */
  skipped?: readonly string[];
};

/** Links as they were just made, and whether they were mailed; nobody can see them again. */
export function InviteLinks({ invites, skipped = [] }: InviteLinksProps) {
  const t = useTranslations("members.invite");
  return (
    <div className="flex flex-col gap-4">
      {skipped.length > 0 ? (
        <Callout tone="info" title={t("alreadyMembers", { count: skipped.length })}>
          {skipped.join(", ")}
        </Callout>
      ) : null}
      {invites.map(({ id, email, url, mail }) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-2 gap-y-1.5">
          <Field label={email}>
            <Input
              value={url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
              className="font-mono"
            />
          </Field>
          <CopyButton value={url} size="md" label={t("copyLinkOf", { email })} />
          <MailNote {...mail} />
        </div>
      ))}
      {invites.length > 1 ? (
        <CopyButton
          value={invites.map(({ email, url }) => `${email} ${url}`).join("\n")}
          withText
          label={t("copyAll")}
          className="self-start"
        />
      ) : null}
    </div>
  );
}

/** Whether the link wants handing over, or is on its way already. */
function MailNote({ status, detail }: InviteMail) {
  const t = useTranslations("members.invite.mail");
  const Icon = status === "sent" ? MailCheck : status === "failed" ? MailX : Link2;
  return (
    <p className="col-span-2 flex items-start gap-1.5 text-muted-foreground text-xs">
      <Icon
        aria-hidden
        className={cn(
          "mt-0.5 size-3.5 shrink-0",
          status === "sent" && "text-success",
          status === "failed" && "text-danger",
        )}
      />
      <span className="min-w-0 wrap-break-word">
        {t(status)}
        {detail ? ` ${detail}` : null}
      </span>
    </p>
  );
}
