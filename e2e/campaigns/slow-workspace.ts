import type { APIResponse, Page } from "@playwright/test";
import { expect } from "@/e2e/fixtures/test";

export type SlowWorkspace = {
  slug: string;
  post: (path: string, data: object) => Promise<Record<string, unknown>>;
  /** A campaign to everyone that is sent after these seconds; gives its page. */
  schedule: (name: string, seconds: number) => Promise<string>;
};

const ratePerSecond = 20;

/** A workspace of the signed-in person's own whose push provider takes twenty messages a second. */
export async function createSlowWorkspace(page: Page, people: number): Promise<SlowWorkspace> {
  const read = async (answer: APIResponse) => {
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Record<string, unknown>;
  };
  const name = `Slow ${Math.random().toString(36).slice(2, 8)}`;
  const created = await read(await page.request.post("/api/v1/workspaces", { data: { name } }));
  const slug = String(created.slug);
  const headers = { "x-workspace-id": slug };
  const post = async (path: string, data: object) =>
    read(await page.request.post(`/api/v1/${path}`, { headers, data }));
  const { data: providers } = (await read(
    await page.request.get("/api/v1/providers?channel=app_push", { headers }),
  )) as { data: { id: string }[] };
  const provider = `/api/v1/providers/${providers[0]?.id}`;
  await read(await page.request.patch(provider, { headers, data: { rate_per_second: ratePerSecond } }));
  const contacts = Array.from({ length: people }, (_, n) => ({
    external_id: `person-${n}`,
    subscriptions: [{ channel: "app_push", address: `device-${slug}-${n}` }],
  }));
  await post("contacts/bulk", { contacts });
  const schedule = async (title: string, seconds: number) => {
    const contents = [{ language: "en", title, body: "Once" }];
    const category = "transactional";
    const { id } = await post("campaigns", { name: title, channel_type: "app_push", category, contents });
    await post(`campaigns/${id}/schedule`, { undo_seconds: seconds });
    return `/${slug}/campaigns/${id}`;
  };
  return { slug, post, schedule };
}
