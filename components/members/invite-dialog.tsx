"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { detailOf } from "@/lib/browser/field-errors";
import { inviteDays, inviteEmailsMax } from "@/lib/domain/invites/invite";
import type { Role } from "@/lib/domain/members/role";
import { useInviteActs } from "./api";
import { InviteLinks } from "./invite-links";
import { RoleChoice } from "./role-choice";
import { splitEmails } from "./split-emails";

export type InviteDialogProps = {
  workspaceId: string;
  ownRole: Role;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function InviteDialog({ workspaceId, ownRole, open, onOpenChange }: InviteDialogProps) {
  const t = useTranslations("members.invite");
  const { create } = useInviteActs(workspaceId);
  const made = create.data?.data;
  const kind = !made
    ? undefined
    : made.length === 0
      ? "nobody"
      : made.every(({ mail }) => mail.status === "sent")
        ? "mailed"
        : "links";
  const handleOpenChange = (next: boolean) => {
    onOpenChange(next);
    if (!next) create.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={handleOpenChange}
      keepOpen
      title={t(kind ? `${kind}Title` : "title")}
      description={
        kind === "nobody"
          ? t("nobodyDescription")
          : kind
            ? t("linksDescription", { days: inviteDays })
            : t("description")
      }
      footer={
        create.data ? (
          <DialogClose render={<Button variant="primary">{t("done")}</Button>} />
        ) : (
          <>
            <DialogClose render={<Button>{t("cancel")}</Button>} />
            <Button type="submit" form="invite-form" variant="primary" loading={create.isPending}>
              {t("submit")}
            </Button>
          </>
        )
      }
    >
      {create.data ? (
        <InviteLinks invites={create.data.data} skipped={create.data.errors.map(({ email }) => email)} />
      ) : (
        <InviteForm create={create} ownRole={ownRole} />
      )}
    </Dialog>
  );
}

type FormProps = { create: ReturnType<typeof useInviteActs>["create"]; ownRole: Role };

function InviteForm({ create, ownRole }: FormProps) {
  const t = useTranslations("members.invite");
  const format = useFormatter();
  const [text, setText] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [problem, setProblem] = useState<string>();
  const { emails, malformed } = splitEmails(text);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    if (malformed.length > 0) {
      const quoted = format.list(malformed.map((email) => t("quoted", { email })));
      return setProblem(t("malformed", { emails: quoted, count: malformed.length }));
    }
    if (emails.length === 0) return setProblem(t("emailsRequired"));
    if (emails.length > inviteEmailsMax) return setProblem(t("tooMany", { max: inviteEmailsMax }));
    create.mutate({ emails, role });
  };

  return (
    <form id="invite-form" onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      {create.isError && !problem ? (
        <Callout tone="danger" announce title={detailOf(create.error) ?? t("failed")} />
      ) : null}
      <Field
        label={t("emails")}
        help={t("emailsHelp")}
        aside={emails.length > 0 ? t("count", { count: emails.length }) : undefined}
        error={problem}
      >
        <Textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={3}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="ayse@example.com, deniz@example.com"
        />
      </Field>
      <RoleChoice value={role} onValueChange={setRole} ownRole={ownRole} />
    </form>
  );
}
