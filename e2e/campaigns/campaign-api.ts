import { expect } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";

type Stored = { name: string; status: string; scheduled_at: string | null };

export type CampaignApi = ReturnType<typeof createCampaignApi>;

/** What an external system does, to bring a screen into the state that a test is about. */
export function createCampaignApi(demo: Demo) {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${demo.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return (await response.json()) as T;
  }

  const phoneOf = (marker: string, index: number) =>
    `+90532${1_000_000 + ((Number(marker.replace(/\D/g, "")) + index) % 9_000_000)}`;

  const totalsOf = async (id: string) => {
    const progress = await call<{ totals: { sent: number } | null }>("GET", `/campaigns/${id}/progress`);
    return progress.totals?.sent ?? 0;
  };
  let lastSent = -1;

  return {
    call,

    async setRate(channel: string, perSecond: number) {
      const { data } = await call<{ data: { id: string; channel: string }[] }>("GET", "/providers");
      const provider = data.find((one) => one.channel === channel);
      await call("PATCH", `/providers/${provider?.id}`, { rate_per_second: perSecond });
    },

    /** People whose external id begins with the marker. */
    async addContacts(marker: string, channel: string, count: number) {
      const contacts = Array.from({ length: count }, (_, index) => ({
        external_id: `${marker}-${index}`,
        subscriptions: [{ channel, address: phoneOf(marker, index) }],
      }));
      await call("POST", "/contacts/bulk", { contacts });
    },

    async createCampaign(name: string, channel_type: string, marker = name): Promise<string> {
      const { id } = await call<{ id: string }>("POST", "/campaigns", {
        name,
        channel_type,
        category: "transactional",
        contents: [{ language: "en", body: "Hello {{ first_name }}" }],
        audience: { filter: { field: "external_id", operator: "starts_with", value: `${marker}-` } },
      });
      return id;
    },

    scheduleTomorrow(id: string) {
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      return call("POST", `/campaigns/${id}/schedule`, { scheduled_at: tomorrow });
    },

    readCampaign: (id: string) => call<Stored>("GET", `/campaigns/${id}`),

    /** How many more were sent to since this was last asked. */
    async sentSince(id: string): Promise<number> {
      const sent = await totalsOf(id);
      const more = sent - lastSent;
      lastSent = sent;
      return more;
    },
  };
}
