"use server";

import { cookies } from "next/headers";

const yearSeconds = 365 * 24 * 60 * 60;

/** A cookie below the workspace's address: each workspace remembers for itself. */
export async function saveChecklist(slug: string, state: "hidden" | "shown"): Promise<void> {
  const path = `/${encodeURIComponent(slug)}`;
  const maxAge = state === "hidden" ? yearSeconds : 0;
  (await cookies()).set("checklist", "hidden", { path, maxAge, sameSite: "lax" });
}
