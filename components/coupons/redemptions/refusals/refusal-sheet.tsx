"use client";

import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { contactHref } from "@/components/contacts/contact-href";
import { useContactName } from "@/components/contacts/contact-name";
import { useMay } from "@/components/layout/shell-context";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { Refusal } from "../api";
import { CodeText } from "../code-text";
import { linkClassName } from "../link-style";
import { codeTestHref, narrowedLogHref } from "../redemption-href";
import { SourceName } from "../use-redemption-columns";
import { useRefusalWords } from "./use-refusal-words";

type Props = { workspace: string; refusal: Refusal | undefined; onClose: () => void };

/** One attempt that was refused, with the rule, what it saw and what it needed. */
export function RefusalSheet({ workspace, refusal, onClose }: Props) {
  const t = useTranslations("redemptions");
  const wordsOf = useRefusalWords();
  const mayTest = useMay("coupons.redeem");
  return (
    <Sheet
      title={t("refusal")}
      description={refusal ? wordsOf(refusal).reason : undefined}
      open={refusal !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        refusal && mayTest ? (
          <ButtonLink
            variant="primary"
            icon={<FlaskConical />}
            href={codeTestHref(workspace, {
              code: refusal.code,
              contactId: refusal.contact?.id,
              at: refusal.createdAt,
            })}
          >
            {t("tryThen")}
          </ButtonLink>
        ) : undefined
      }
    >
      {refusal ? <Facts workspace={workspace} refusal={refusal} /> : null}
    </Sheet>
  );
}

function Facts({ workspace, refusal }: { workspace: string; refusal: Refusal }) {
  const t = useTranslations("redemptions");
  const nameOf = useContactName();
  const words = useRefusalWords()(refusal);
  const { code, act, contact, offer, batch, ip, userAgent, source, createdAt } = refusal;
  const items: (Description | false)[] = [
    { term: t("code"), detail: <CodeText>{code}</CodeText> },
    { term: t("act"), detail: t(`acts.${act}`) },
    words.rule !== null && { term: t("rule"), detail: words.rule },
    words.seen !== null && { term: t("seen"), detail: words.seen },
    words.needed !== null && { term: t("needed"), detail: words.needed },
    contact !== null && {
      term: t("person"),
      detail: (
        <Link className={linkClassName} href={contactHref(workspace, contact.id)}>
          {nameOf(contact)}
        </Link>
      ),
    },
    offer !== null && {
      term: t("offer"),
      detail: (
        <Link className={linkClassName} href={narrowedLogHref(workspace, "offer", offer.id)}>
          {offer.name}
        </Link>
      ),
    },
    batch !== null && {
      term: t("batch"),
      detail: <span className="font-mono text-xs">{batch.batchCode}</span>,
    },
    { term: t("source"), detail: <SourceName source={source} /> },
    { term: t("time"), detail: <DateTime value={createdAt} display="dateTime" /> },
    ip !== null && { term: t("ip"), detail: <span className="font-mono text-xs">{ip}</span> },
    userAgent !== null && {
      term: t("browser"),
      detail: <span className="break-words text-xs">{userAgent}</span>,
    },
  ];
  return <DescriptionList items={items.filter((item) => item !== false)} />;
}
