"use client";

import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useTimingWords } from "@/components/timing/use-timing-words";
import { WindowGrid } from "@/components/timing/window/window-grid";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { daytime, type SendingRules, windowFor } from "@/lib/domain/timing/sending-rules";
import type { OpenDraft } from "../use-draft-store";
import { changeTiming } from "./change-timing";

/** At which hours of people's own day it may reach them. */
export function SendingHoursChoice({ open, sendingRules }: { open: OpenDraft; sendingRules: SendingRules }) {
  const t = useTranslations("campaigns.delivery.hours");
  const { slug } = useShell().workspace;
  const words = useTimingWords();
  const { channelType, category, timing } = open.draft;
  const { sendingWindow } = timing;
  if (category === "transactional")
    return <p className="text-muted-foreground text-sm">{t("transactional")}</p>;
  const ofWorkspace = windowFor(sendingRules, channelType, category);
  const choice = typeof sendingWindow === "string" ? sendingWindow : "own";
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("label")}>
        <RadioGroup
          value={choice}
          onValueChange={(next) =>
            changeTiming(open, { sendingWindow: next === "own" ? (ofWorkspace ?? daytime) : next })
          }
          options={[
            {
              value: "workspace",
              label: t("workspace"),
              description: ofWorkspace ? words.window(ofWorkspace) : t("workspaceAny"),
            },
            { value: "any", label: t("any"), description: t("anyHelp") },
            { value: "own", label: t("own"), description: t("ownHelp") },
          ]}
        />
      </Field>
      {typeof sendingWindow === "string" ? (
        <ButtonLink variant="link" href={hrefOf(slug, "settings/sending-rules")} className="w-fit text-sm">
          {t("toRules")}
        </ButtonLink>
      ) : (
        <WindowGrid
          label={t("own")}
          value={sendingWindow}
          onChange={(next) => changeTiming(open, { sendingWindow: next })}
        />
      )}
    </div>
  );
}
