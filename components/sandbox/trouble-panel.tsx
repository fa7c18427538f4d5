"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { type Scenario, scenarioOptions, useSetScenario } from "./api";
import { TroubleSlider } from "./trouble-slider";

const calm: Scenario = { throttledShare: 0, unavailableShare: 0, latencyMs: 0 };
const isSame = (one: Scenario, other: Scenario): boolean =>
  one.latencyMs === other.latencyMs &&
  one.throttledShare === other.throttledShare &&
  one.unavailableShare === other.unavailableShare;

const latencyMillisMax = 3_000;

/** Has the sandbox misbehave as a provider would, to see what becomes of a campaign. */
export function TroublePanel() {
  const t = useTranslations("sandbox.trouble");
  const format = useFormatter();
  const { slug } = useShell().workspace;
  const mayWrite = useMay("providers.write");
  const query = useQuery(scenarioOptions(slug));
  const set = useSetScenario(slug);
  const [dragged, setDragged] = useState<Scenario>();
  const scenario = dragged ?? query.data ?? calm;
  const commit = (next: Scenario) =>
    set.mutate(next, {
      // What was moved on meanwhile stays where it was moved to.
      onSuccess: () => setDragged((current) => (current && isSame(current, next) ? undefined : current)),
      onError: () => setDragged(undefined),
    });
  const sliderOf = (name: keyof Scenario, max: number, step: number, text: string) => (
    <TroubleSlider
      label={t(name)}
      value={scenario[name]}
      text={text}
      max={max}
      step={step}
      disabled={!mayWrite}
      onValueChange={(value) => setDragged({ ...scenario, [name]: value })}
      onValueCommitted={(value) => commit({ ...scenario, [name]: value })}
    />
  );
  const isCalm = Object.values(scenario).every((value) => value === 0);
  return (
    <Card title={t("title")} description={t("description")}>
      <div className="flex flex-col gap-5">
        {sliderOf(
          "latencyMs",
          latencyMillisMax,
          50,
          t("millis", { millis: format.number(scenario.latencyMs) }),
        )}
        {sliderOf("throttledShare", 1, 0.01, format.number(scenario.throttledShare, "percent"))}
        {sliderOf("unavailableShare", 1, 0.01, format.number(scenario.unavailableShare, "percent"))}
        {mayWrite ? (
          <Button icon={<RotateCcw />} disabled={isCalm} onClick={() => commit(calm)} className="self-start">
            {t("calm")}
          </Button>
        ) : (
          <p className="text-muted-foreground text-xs">{t("adminsOnly")}</p>
        )}
      </div>
    </Card>
  );
}
