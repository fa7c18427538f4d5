"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";

export type InviteLinksProps = {
  invites: readonly { id: string; email: string; url: string }[];
  /** Addresses that needed no invite. */
  skipped?: readonly string[];
};

/** Links as they were just made; nobody can see them again. */
export function InviteLinks({ invites, skipped = [] }: InviteLinksProps) {
  const t = useTranslations("members.invite");
  return (
    <div className="flex flex-col gap-4">
      {skipped.length > 0 ? (
        <Callout tone="info" title={t("alreadyMembers", { count: skipped.length })}>
          {skipped.join(", ")}
        </Callout>
      ) : null}
      {invites.map(({ id, email, url }) => (
        <div key={id} className="flex items-end gap-2">
          <Field label={email} className="flex-1">
            <Input
              value={url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
              className="font-mono"
            />
          </Field>
          <CopyButton value={url} size="md" label={t("copyLinkOf", { email })} />
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
