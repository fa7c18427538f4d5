"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Spinner } from "@/components/ui/feedback/spinner";
import type { BatchPreview } from "./api";
import { useLargeNumbers } from "./batch-words";

export type BatchReviewProps = {
  preview: BatchPreview | undefined;
  /** It is of what was typed a moment ago. */
  isStale: boolean;
  quantity: number;
  hasProblems: boolean;
  isCreating: boolean;
  onCreate: () => void;
};

/** What the design comes to, before anything is made. */
export function BatchReview(props: BatchReviewProps) {
  const { preview, isStale, quantity, hasProblems, isCreating, onCreate } = props;
  const t = useTranslations("batches.new");
  const odds = useOdds();
  return (
    <Card
      title={t("reviewStep")}
      className="xl:sticky xl:top-6"
      actions={isStale ? <Spinner className="text-muted-foreground" /> : null}
    >
      <div className="flex flex-col gap-4" aria-live="polite" aria-busy={isStale}>
        {preview ? (
          <div className="flex flex-col gap-4">
            <div>
              <h3 className="mb-1.5 text-muted-foreground text-sm">{t("samples")}</h3>
              <ul className="flex flex-col gap-1 font-mono text-sm">
                {preview.samples.map((sample) => (
                  <li key={sample} className="break-all">
                    {sample}
                  </li>
                ))}
              </ul>
            </div>
            <DescriptionList items={odds(preview)} layout="stack" />
          </div>
        ) : (
          <p className="text-muted-foreground text-sm">{t("noPreview")}</p>
        )}
        <Button variant="primary" loading={isCreating} disabled={hasProblems} onClick={onCreate}>
          {t("create", { count: quantity })}
        </Button>
        <p className="text-muted-foreground text-sm">{t("leave")}</p>
      </div>
    </Card>
  );
}

function useOdds() {
  const t = useTranslations("batches.new");
  const format = useFormatter();
  const { large, span } = useLargeNumbers();
  return (preview: BatchPreview) => [
    { term: t("codeSpace"), detail: large(preview.codeSpace) },
    {
      term: t("odds"),
      detail: t("oddsOf", { guesses: large(preview.guessesPerHit), time: span(preview.secondsPerHit) }),
    },
    {
      term: t("collisions"),
      detail: t("collisionsOf", {
        count:
          preview.collisionsExpected < 0.01
            ? t("next")
            : format.number(preview.collisionsExpected, { maximumFractionDigits: 2 }),
        existing: format.number(preview.existing),
      }),
    },
  ];
}
