"use server";

import { cookies } from "next/headers";
import { hrefOf } from "@/components/layout/navigation";

const yearSeconds = 365 * 24 * 60 * 60;

/** A cookie below the workspace's address: each workspace remembers for itself. */
export async function saveChecklist(slug: string, state: "hidden" | "shown"): Promise<void> {
  const path = hrefOf(encodeURIComponent(slug));
  const maxAge = state === "hidden" ? yearSeconds : 0;
  (await cookies()).set("checklist", "hidden", { path, maxAge, sameSite: "lax" });
}
