import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FrameProps } from "./frame-props";
import { PreviewImage } from "./preview-image";
import { SenderMark } from "./sender-mark";

const glass = "rounded-[1.25rem] bg-card/85 text-foreground shadow-md backdrop-blur-xl";

export function IosNotification({ content, sender, expanded }: FrameProps) {
  const t = useTranslations("content.preview");
  const { title, subtitle, body, imageUrl, actions } = content;
  return (
    <div className="flex flex-col gap-2">
      <div className={cn(glass, "overflow-hidden")}>
        {expanded && imageUrl ? (
          <PreviewImage src={imageUrl} alt={t("image")} className="aspect-2/1 w-full" />
        ) : null}
        <div className="flex items-start gap-2.5 px-3 py-2.5">
          <SenderMark sender={sender} />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-2">
              <p className={cn("break-words font-semibold text-sm", !expanded && "truncate")}>{title}</p>
              <span className="shrink-0 text-2xs text-muted-foreground">{t("now")}</span>
            </div>
            {subtitle ? (
              <p className={cn("break-words font-medium text-sm", !expanded && "truncate")}>{subtitle}</p>
            ) : null}
            <p className={cn("whitespace-pre-line break-words text-sm", !expanded && "line-clamp-2")}>
              {body}
            </p>
          </div>
          {!expanded && imageUrl ? (
            <PreviewImage src={imageUrl} alt={t("image")} className="size-9 self-center rounded-md" />
          ) : null}
        </div>
      </div>
      {expanded && actions.length > 0 ? (
        <ul className={cn(glass, "divide-y overflow-hidden")}>
          {actions.map((action) => (
            <li key={action.id} className="truncate px-4 py-2.5 text-sm">
              {action.title}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
