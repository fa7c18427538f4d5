"use client";

import { useTranslations } from "next-intl";
import { useFieldName } from "@/components/content/editor/use-field-name";
import { hrefOf } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { ProviderAnswer } from "@/components/providers/answer/provider-answer";
import { providerHref } from "@/components/providers/provider-href";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { useLanguageName } from "@/lib/browser/use-display-names";
import type { CampaignForecast } from "../../api";
import { type CampaignDraft, findScheduleProblem } from "../campaign-draft";
import { type ComposerStep, stepOfProblem } from "../composer-step";

type Problem = CampaignForecast["problems"][number];

export type ProblemListProps = {
  problems: readonly Problem[];
  provider: CampaignForecast["provider"];
  onStepChange: (step: ComposerStep) => void;
};

const blocking = (code: string, field: string): Problem => ({
  severity: "blocking",
  code,
  language: null,
  field,
  part: null,
  values: {},
  detail: "",
});

/** What the server does not see: a time that went by while the draft was open, a condition without its value. */
function ownProblems(draft: CampaignDraft, isAudienceOpen: boolean): Problem[] {
  const ofSchedule = findScheduleProblem(draft);
  return [
    ...(isAudienceOpen ? [blocking("unfinished_audience", "audience")] : []),
    ...(ofSchedule ? [blocking(ofSchedule, "timing")] : []),
  ];
}

export const allProblems = (
  forecast: CampaignForecast,
  draft: CampaignDraft,
  isAudienceOpen: boolean,
): Problem[] => [...forecast.problems, ...ownProblems(draft, isAudienceOpen)];

export const isBlocking = ({ severity }: Problem): boolean => severity === "blocking";

const providerCodes: readonly string[] = ["provider_test_failed", "provider_failing"];

const isOfProvider = ({ code }: Problem): boolean => providerCodes.includes(code);

/** Nothing forbids sending, and yet nobody may get it. */
const isDoubtful = (problem: Problem): boolean =>
  isOfProvider(problem) || doubtfulCodes.includes(problem.code);

/** What is put right in the workspace's settings, and where. */
const settings = new Map([
  ["nobody_left", "settings/sending-rules"],
  ["sending_stopped", "settings/workspace"],
]);

const doubtfulCodes: readonly string[] = ["nobody_reachable", ...settings.keys()];

/** What blocks sending, then what deserves a second look; each leads to where it is put right. */
export function ProblemList({ problems, ...place }: ProblemListProps) {
  const t = useTranslations("campaigns.review");
  const obstacles = problems.filter(isBlocking);
  const warnings = problems.filter((problem) => !isBlocking(problem));
  return (
    <>
      {obstacles.length > 0 ? (
        <Callout tone="danger" title={t("blocking", { count: obstacles.length })}>
          <Lines problems={obstacles} {...place} />
        </Callout>
      ) : warnings.some(isDoubtful) ? null : (
        <Callout tone="success" title={t("ready")} />
      )}
      {warnings.length > 0 ? (
        <Callout tone="warning" title={t("warnings", { count: warnings.length })}>
          <Lines problems={warnings} {...place} />
        </Callout>
      ) : null}
    </>
  );
}

type LinesProps = ProblemListProps;

/** What is put right in the same place stands together, with one way there. */
function Lines({ problems, provider, onStepChange }: LinesProps) {
  const byPlace = [...Map.groupBy(problems, placeOf)];
  return (
    <div className="mt-1.5 flex flex-col gap-2.5">
      {byPlace.map(([place, [first, ...others]]) =>
        first ? (
          <div key={place} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
            <ul className="flex min-w-0 flex-col gap-1.5">
              {[first, ...others].map((problem) => (
                <Line
                  key={[problem.code, problem.language, problem.field, problem.part].join(":")}
                  problem={problem}
                />
              ))}
            </ul>
            <Remedy problem={first} provider={provider} onStepChange={onStepChange} />
          </div>
        ) : null,
      )}
    </div>
  );
}

function Line({ problem }: { problem: Problem }) {
  const wordsOf = useProblemWords();
  return (
    <li className="min-w-0 break-words text-foreground">
      {wordsOf(problem)}
      {isOfProvider(problem) ? (
        <ProviderAnswer raw={String(problem.values.answer ?? "")} className="mt-0.5" />
      ) : null}
    </li>
  );
}

function placeOf(problem: Problem): string {
  if (problem.code === "no_provider") return "providers";
  if (settings.has(problem.code)) return problem.code;
  return isOfProvider(problem) ? "provider" : stepOfProblem(problem.field, problem.code);
}

type RemedyProps = Omit<LinesProps, "problems"> & { problem: Problem };

function Remedy({ problem, provider, onStepChange }: RemedyProps) {
  const t = useTranslations("campaigns");
  const { slug } = useShell().workspace;
  if (problem.code === "no_provider")
    return (
      <ButtonLink size="sm" href={hrefOf(slug, "providers")}>
        {t("review.toProviders")}
      </ButtonLink>
    );
  const setting = settings.get(problem.code);
  if (setting)
    return (
      <ButtonLink size="sm" href={hrefOf(slug, setting)}>
        {t("review.toSettings")}
      </ButtonLink>
    );
  if (isOfProvider(problem) && provider)
    return (
      <ButtonLink size="sm" href={providerHref(slug, provider.id)}>
        {t("review.toProvider")}
      </ButtonLink>
    );
  const step = stepOfProblem(problem.field, problem.code);
  return (
    <Button size="sm" onClick={() => onStepChange(step)}>
      {t("review.goTo", { step: t(`steps.${step}`) })}
    </Button>
  );
}

/** The problem in the reader's language, with the place where the message has it. */
function useProblemWords() {
  const t = useTranslations();
  const languageName = useLanguageName();
  const nameOf = useFieldName();
  return ({ code, field, part, language, values, detail }: Problem): string => {
    const own = `campaigns.problems.${code}`;
    if (t.has(own)) return t(own, { provider: "", ...values });
    const key = `content.problems.${code}`;
    if (!field || !language || !t.has(key)) return detail;
    const place = { field: nameOf({ field, part }), language: languageName(language) };
    return t("campaigns.review.problem", { ...place, problem: t(key, { ...place, ...values }) });
  };
}
