import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/navigation/breadcrumb";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** Beside the title, such as a status pill. */
  badge?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, description, crumbs, badge, actions }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-5 pb-5 sm:pt-7">
      <div className="min-w-0">
        {crumbs ? <Breadcrumb crumbs={crumbs} className="mb-1" /> : null}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-2xl">{title}</h1>
          {badge}
        </div>
        {description ? <p className="mt-0.5 text-muted-foreground text-sm">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
