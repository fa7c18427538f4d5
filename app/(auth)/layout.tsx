import Image from "next/image";
import Link from "next/link";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/auth/language-switch";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-4 px-4 py-4 sm:px-6">
        <Link href="/" className="flex min-h-8 items-center gap-2 font-semibold">
          <Image src="/icon.svg" alt="" width={24} height={24} unoptimized />
          PushPilot
        </Link>
        <LanguageSwitch />
      </header>
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 pt-4 pb-24">
        {children}
      </main>
    </div>
  );
}
