"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { cn } from "@/components/ui/cn";

export type FileDropProps = {
  label: string;
  /** What may be dropped, such as "CSV, up to 200 MB". */
  hint?: string;
  /** As of `<input accept>`: ".csv,text/csv". */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  className?: string;
};

export function FileDrop({ label, hint, accept, multiple, disabled, onFiles, className }: FileDropProps) {
  const t = useTranslations("ui");
  const hintId = useId();
  const [over, setOver] = useState(false);

  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
      className={cn(
        "flex flex-col items-center gap-1 rounded-lg border border-input border-dashed bg-card px-6 py-8 text-center transition-colors",
        "hover:bg-accent has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
        over && "border-brand bg-brand-subtle",
        disabled && "opacity-55",
        className,
      )}
    >
      <FileUp aria-hidden className="mb-1 size-5 text-muted-foreground" />
      <span className="font-medium text-sm">{label}</span>
      <span id={hintId} className="text-muted-foreground text-xs">
        {t("dropOrBrowse")}
        {hint ? ` · ${hint}` : null}
      </span>
      <input
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-label={label}
        aria-describedby={hintId}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
