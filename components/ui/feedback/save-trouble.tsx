"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import type { DraftState } from "@/lib/browser/draft/draft-store";
import { detailOf } from "@/lib/browser/field-errors";

export type SaveTroubleProps = Pick<DraftState<unknown>, "saveState" | "error"> & {
  /** Names what somebody else changed. */
  conflictTitle: string;
  isSettling: boolean;
  onSettle: (keep: "theirs" | "mine") => void;
  onRetry: () => void;
};

/** Somebody else saved meanwhile, or the server refused: what happened and the ways on. */
export function SaveTrouble(props: SaveTroubleProps) {
  const { saveState, error, conflictTitle, isSettling, onSettle, onRetry } = props;
  const t = useTranslations("ui.autosave");
  if (saveState === "conflict") {
    return (
      <Callout
        tone="warning"
        announce
        className="mb-4"
        title={conflictTitle}
        actions={
          <>
            <Button size="sm" variant="primary" disabled={isSettling} onClick={() => onSettle("theirs")}>
              {t("takeTheirs")}
            </Button>
            <Button size="sm" disabled={isSettling} onClick={() => onSettle("mine")}>
              {t("keepMine")}
            </Button>
          </>
        }
      >
        {t("conflictDescription")}
      </Callout>
    );
  }
  if (saveState !== "failed") return null;
  return (
    <Callout
      tone="danger"
      announce
      className="mb-4"
      title={t("failedTitle")}
      actions={
        <Button size="sm" onClick={onRetry}>
          {t("retry")}
        </Button>
      }
    >
      {detailOf(error) ?? t("failedDescription")}
    </Callout>
  );
}
