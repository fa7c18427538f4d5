import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";

type Props = { isPaused: boolean; onChange: (isPaused: boolean) => void };

/** Holds the list still while somebody reads it. */
export function LiveButton({ isPaused, onChange }: Props) {
  const t = useTranslations("redemptions.live");
  return (
    <Button
      icon={isPaused ? <Play /> : <Pause />}
      aria-pressed={isPaused}
      onClick={() => onChange(!isPaused)}
    >
      {t(isPaused ? "resume" : "pause")}
    </Button>
  );
}
