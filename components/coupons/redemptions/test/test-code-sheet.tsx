"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useShell } from "@/components/layout/shell-context";
import { Sheet } from "@/components/ui/overlays/sheet";
import { wireId } from "@/lib/contracts/wire/ids";
import { TestCodeForm } from "./test-code-form";

/** Whether a code would be accepted, of whom and when; in the address, so that an offer and a refusal can ask. */
export function TestCodeSheet() {
  const t = useTranslations("redemptions.test");
  const { workspace } = useShell();
  const [asked, setAsked] = useQueryStates(
    { test: parseAsString, for: parseAsString, at: parseAsString },
    { history: "push" },
  );
  const contact = wireId("contact").safeParse(asked.for);
  const at = asked.at ? new Date(asked.at) : undefined;
  return (
    <Sheet
      title={t("title")}
      description={t("description")}
      open={asked.test !== null}
      onOpenChange={(isOpen) => !isOpen && void setAsked(null)}
    >
      {asked.test === null ? null : (
        <TestCodeForm
          key={`${asked.test} ${asked.for} ${asked.at}`}
          workspace={workspace.slug}
          zone={workspace.timeZone}
          code={asked.test}
          contactId={contact.success ? contact.data : null}
          at={at && !Number.isNaN(at.getTime()) ? at : undefined}
        />
      )}
    </Sheet>
  );
}
