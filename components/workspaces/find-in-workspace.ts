import type { Find } from "@/components/layout/api";
import type { ShellWorkspace } from "@/components/layout/shell-context";
import { callApi } from "@/lib/browser/api-client";
import { listAutomationsContract } from "@/lib/contracts/automations/automations";
import { listCampaignsContract } from "@/lib/contracts/campaigns/campaigns";
import { listContactsContract } from "@/lib/contracts/contacts/contacts";
import { toWireId } from "@/lib/contracts/wire/ids";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import { roleMay } from "@/lib/domain/members/role";

const shownMax = 5;

type Place = Pick<ShellWorkspace, "slug" | "role">;

/** People by name, address or external id, campaigns and automations by name: as their lists find them. */
export async function findInWorkspace(place: Place, q: string, signal: AbortSignal): Promise<Find[]> {
  const found = await Promise.all([
    findContacts(place, q, signal),
    findCampaigns(place, q, signal),
    findAutomations(place, q, signal),
  ]);
  return found.flat();
}

async function findContacts({ slug, role }: Place, q: string, signal: AbortSignal): Promise<Find[]> {
  if (!roleMay(role, "contacts.read")) return [];
  const query = { q, limit: shownMax };
  const { data } = await callApi(listContactsContract, { workspace: slug, query, signal });
  return data.map((contact) => {
    const { externalId, subscriptions } = contact;
    const address = subscriptions.find(({ channel }) => channel === "email" || channel === "sms")?.address;
    const id = toWireId("contact", contact.id);
    const label = displayNameOf(contact) || address || id;
    const details = [address, externalId].filter((detail) => detail && detail !== label);
    return { id, section: "contacts", label, detail: details.join(" · "), path: `contacts/${id}` };
  });
}

async function findCampaigns({ slug, role }: Place, q: string, signal: AbortSignal): Promise<Find[]> {
  if (!roleMay(role, "campaigns.read")) return [];
  const query = { q, limit: shownMax };
  const { data } = await callApi(listCampaignsContract, { workspace: slug, query, signal });
  return data.map(({ id: uuid, name }) => {
    const id = toWireId("campaign", uuid);
    return { id, section: "campaigns", label: name, detail: "", path: `campaigns/${id}` };
  });
}

async function findAutomations({ slug, role }: Place, q: string, signal: AbortSignal): Promise<Find[]> {
  if (!roleMay(role, "automations.read")) return [];
  const query = { q, limit: shownMax };
  const { data } = await callApi(listAutomationsContract, { workspace: slug, query, signal });
  return data.map(({ id: uuid, name }) => {
    const id = toWireId("automation", uuid);
    return { id, section: "automations", label: name, detail: "", path: `automations/${id}` };
  });
}
