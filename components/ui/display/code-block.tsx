import { CopyButton } from "@/components/ui/actions/copy-button";
import { cn } from "@/components/ui/cn";

/** Without it Safari cannot scroll the code by keyboard. */
const keyboardScrollable = { tabIndex: 0 };

export type CodeBlockProps = {
  code: string;
  /** What the code is, for the header and the copy button's name. */
  title: string;
  /** Long lines break instead of scrolling. */
  wrap?: boolean;
  className?: string;
};

export function CodeBlock({ code, title, wrap, className }: CodeBlockProps) {
  return (
    <figure className={cn("min-w-0 overflow-hidden rounded-lg border bg-muted", className)}>
      <figcaption className="flex items-center justify-between border-b py-1 pr-1.5 pl-3 text-muted-foreground text-xs">
        {title}
        <CopyButton value={code} />
      </figcaption>
      <pre
        {...keyboardScrollable}
        className={cn(
          "max-h-96 overflow-auto p-3 font-mono text-xs leading-relaxed",
          wrap && "whitespace-pre-wrap break-all",
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
