import type { ReactNode } from "react";

export type AuthCardProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** The other way in, below the card. */
  footer?: ReactNode;
};

export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  return (
    <>
      <div className="rounded-xl border bg-card p-6 shadow-xs sm:p-8">
        <h1 className="text-balance font-semibold text-2xl">{title}</h1>
        {description ? <p className="mt-1 text-muted-foreground text-sm">{description}</p> : null}
        <div className="mt-6">{children}</div>
      </div>
      {footer ? <p className="mt-5 text-center text-muted-foreground text-sm">{footer}</p> : null}
    </>
  );
}
