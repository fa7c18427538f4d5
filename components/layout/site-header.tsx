import Image from "next/image";
import Link from "next/link";
import { LanguageSwitch } from "@/components/auth/language-switch";

/** Above pages that need nobody signed in. */
export function SiteHeader() {
  return (
    <header className="flex items-center justify-between gap-4 px-4 py-4 sm:px-6">
      <Link href="/" className="flex min-h-8 items-center gap-2 font-semibold">
        <Image src="/icon.svg" alt="" width={24} height={24} unoptimized />
        PushPilot
      </Link>
      <LanguageSwitch />
    </header>
  );
}
