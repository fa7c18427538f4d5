import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FrameProps } from "./frame-props";
import { isolatedPage } from "./isolated-page";
import { SenderMark } from "./sender-mark";

const findNonce = (): string | undefined =>
  typeof document === "undefined" ? undefined : document.querySelector<HTMLElement>("[nonce]")?.nonce;

type EmailFrameProps = FrameProps & { form: "desktop" | "mobile" | "text" };

export function EmailFrame({ content, sender, form, theme }: EmailFrameProps) {
  const t = useTranslations("content.preview");
  return (
    <div
      className={cn(
        "mx-auto w-full overflow-hidden rounded-lg border bg-card text-foreground shadow-md",
        form === "mobile" && "max-w-80",
      )}
    >
      <div className="flex items-start gap-2.5 border-b px-3.5 py-2.5">
        <SenderMark sender={sender} className="rounded-full" />
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline justify-between gap-2">
            <p className="truncate font-medium text-sm">{sender}</p>
            <span className="shrink-0 text-2xs text-muted-foreground">{t("now")}</span>
          </div>
          <p className="break-words font-semibold text-sm">{content.title}</p>
          {content.subtitle ? (
            <p className="truncate text-muted-foreground text-xs">{content.subtitle}</p>
          ) : null}
        </div>
      </div>
      {form === "text" ? (
        <pre className="whitespace-pre-wrap break-words p-3.5 font-mono text-xs">{content.body}</pre>
      ) : (
        <iframe
          title={t("emailPage")}
          sandbox=""
          srcDoc={isolatedPage(content.html, findNonce(), theme)}
          loading="lazy"
          className="h-130 w-full"
        />
      )}
    </div>
  );
}
