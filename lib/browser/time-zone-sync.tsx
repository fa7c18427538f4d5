"use client";

import { useRouter } from "next/navigation";
import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { savePreference } from "@/lib/browser/save-preference";

/** Tells the server the browser's zone on the first visit, so that both write the same times. */
export function TimeZoneSync() {
  const router = useRouter();
  const known = useTimeZone();

  useEffect(() => {
    const actual = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!actual || actual === known) return;
    void savePreference("timeZone", actual).then(() => router.refresh());
  }, [known, router]);

  return null;
}
