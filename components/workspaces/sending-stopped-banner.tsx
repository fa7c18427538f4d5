import { OctagonPause } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { hrefOf } from "@/components/layout/navigation";

export async function SendingStoppedBanner({ slug }: { slug: string }) {
  const t = await getTranslations("workspaces.sending");
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-3 border-warning-line border-b bg-warning-subtle px-4 py-2 text-sm">
      <span className="flex items-center gap-2 font-medium">
        <OctagonPause aria-hidden className="size-4 text-warning" />
        {t("stoppedBanner")}
      </span>
      <Link
        href={hrefOf(slug, "settings/workspace")}
        className="inline-flex min-h-6 items-center underline underline-offset-4"
      >
        {t("toSwitch")}
      </Link>
    </div>
  );
}
