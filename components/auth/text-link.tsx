import Link from "next/link";
import type { ComponentProps } from "react";

export function TextLink(props: ComponentProps<typeof Link>) {
  return (
    <Link
      className="inline-flex min-h-6 items-center font-medium text-brand underline underline-offset-4 hover:no-underline"
      {...props}
    />
  );
}
