import type { Page } from "@playwright/test";
import { expect } from "@/e2e/fixtures/test";

export type OpenedDraft = { read: () => Promise<StoredDraft> };

type StoredDraft = { status: string; contents: Record<string, unknown>[] };

/** A new draft in the composer of a workspace; the person is signed in. */
export async function openDraft(
  page: Page,
  home: string,
  draft: object,
  step = "content",
): Promise<OpenedDraft> {
  const headers = { "x-workspace-id": home.slice(1) };
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
  await page.goto(`${home}/campaigns/${id}/edit?step=${step}`);
  return { read };
}
