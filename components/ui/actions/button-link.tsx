import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariants, buttonVariants } from "@/components/ui/actions/button-variants";
import { cn } from "@/components/ui/cn";

export type ButtonLinkProps = ComponentProps<typeof Link> & ButtonVariants & { icon?: ReactNode };

export function ButtonLink({ variant, size, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link className={cn(buttonVariants({ variant, size }), className)} {...props}>
      {icon}
      {children}
    </Link>
  );
}
