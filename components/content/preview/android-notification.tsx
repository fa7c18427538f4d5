import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FrameProps } from "./frame-props";
import { PreviewImage } from "./preview-image";
import { SenderMark } from "./sender-mark";

export function AndroidNotification({ content, sender, expanded }: FrameProps) {
  const t = useTranslations("content.preview");
  const { title, body, imageUrl, actions } = content;
  const Chevron = expanded ? ChevronUp : ChevronDown;
  return (
    <div className="rounded-3xl bg-card px-4 py-3 text-foreground shadow-md">
      <div className="flex items-center gap-2 text-2xs text-muted-foreground">
        <SenderMark sender={sender} className="size-5 rounded-full text-2xs" />
        <span className="truncate">{sender}</span>
        <span>· {t("now")}</span>
        <Chevron aria-hidden className="ml-auto size-4" />
      </div>
      <div className="mt-1.5 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className={cn("break-words font-medium text-sm", !expanded && "truncate")}>{title}</p>
          <p
            className={cn(
              "break-words text-muted-foreground text-sm",
              expanded ? "whitespace-pre-line" : "truncate",
            )}
          >
            {body}
          </p>
        </div>
        {!expanded && imageUrl ? (
          <PreviewImage src={imageUrl} alt={t("image")} className="size-10 rounded-lg" />
        ) : null}
      </div>
      {expanded && imageUrl ? (
        <PreviewImage src={imageUrl} alt={t("image")} className="mt-2 aspect-2/1 w-full rounded-xl" />
      ) : null}
      {expanded && actions.length > 0 ? (
        <ul className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1">
          {actions.slice(0, 3).map((action) => (
            <li key={action.id} className="font-medium text-brand text-sm">
              {action.title}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
