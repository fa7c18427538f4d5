"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

/** Rows of the sandbox's own table: what an address must look like, for phones, tokens and mailboxes. */
const rows = [
  { fault: "gone", phone: "…0001", token: "gone", mailbox: "bounce@" },
  { fault: "optedOut", phone: "…0004", token: "optout", mailbox: "unsub@" },
  { fault: "rejected", phone: "…0007", token: "reject", mailbox: "spam@" },
  { fault: "throttledOnce", phone: "…0429", token: "quota", mailbox: "grey@" },
  { fault: "unavailableOnce", phone: "…0503", token: "flaky", mailbox: "tempfail@" },
  { fault: "slow", phone: "…0008", token: "slow", mailbox: "slow@" },
  { fault: "silent", phone: "…0000", token: "hang", mailbox: "hang@" },
] as const;

export function MisbehavingAddresses() {
  const t = useTranslations("sandbox.addresses");
  const cell = "px-1.5 py-1.5 align-top";
  return (
    <details className="group rounded-lg border bg-card">
      <summary className="flex min-h-10 cursor-pointer items-center gap-1.5 rounded-lg px-4 py-2.5 font-semibold text-base [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("title")}
      </summary>
      <div className="px-4 pb-3">
        <p className="mb-2 text-muted-foreground text-sm">{t("description")}</p>
        <table className="w-full table-fixed text-left text-xs">
          <thead className="text-muted-foreground">
            <tr>
              {(["behaviour", "phone", "token", "mailbox"] as const).map((name) => (
                <th key={name} scope="col" className={`${cell} font-medium`}>
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map(({ fault, phone, token, mailbox }) => (
              <tr key={fault}>
                <th scope="row" className={`${cell} font-normal`}>
                  {t(`faults.${fault}`)}
                </th>
                {[phone, token, mailbox].map((word) => (
                  <td key={word} className={`${cell} break-all font-mono`}>
                    {word}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
