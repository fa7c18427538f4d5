import type { Page } from "@playwright/test";
import { expect } from "@/e2e/fixtures/test";

export type OpenedDraft = { id: string; home: string; read: () => Promise<StoredDraft> };

type StoredDraft = { status: string; contents: Record<string, unknown>[] };

/** A new draft in the composer; the person is signed in. */
export async function openDraft(page: Page, draft: object, step = "content"): Promise<OpenedDraft> {
  await page.waitForURL((url) => url.pathname.length > 1);
  const [, slug = ""] = new URL(page.url()).pathname.split("/");
  const headers = { "x-workspace-id": slug };
  const created = await page.request.post("/api/v1/campaigns", {
    headers,
    data: { name: `Draft ${Date.now()}`, ...draft },
  });
  expect(created.ok(), await created.text()).toBe(true);
  const { id } = (await created.json()) as { id: string };
  const read = async () => {
    const answer = await page.request.get(`/api/v1/campaigns/${id}`, { headers });
    return (await answer.json()) as StoredDraft;
  };
  await page.goto(`/${slug}/campaigns/${id}/edit?step=${step}`);
  return { id, home: `/${slug}`, read };
}
