import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/db/testing/database";
import { signInMember } from "@/db/testing/scenario";
import { contracts } from "@/lib/contracts/registry";
import type { NamedContract } from "@/lib/platform/http/contract";
import { type FurnishedWorkspace, furnishWorkspace, readEverything } from "./testing/furnish-workspace";
import { loadRoutes, type ServedRoute } from "./testing/load-routes";

const marker = "victims-own-words";

/** A step of somebody else's, in a draft that is otherwise good. */
const draftWith = (step: string | undefined) => ({
  trigger: { kind: "birthday", at: "09:00" },
  audience: { and: [] },
  reentry: { kind: "once" },
  steps: [{ id: step, kind: "message", channels: ["web_push"], contents: [{ language: "en", title: "x" }] }],
  exits: [],
});

/** The campaign's id as a step's. */
const stepOf = (ids: Record<string, string>) => ids.campaign_id?.replace(/^cmp/, "stp");

const scenario = {
  person: { time_zone: "UTC" },
  starts_at: "2026-01-01T00:00:00Z",
  events: [],
  expected: [],
};

/** What an operation needs to be understood at all; without it the address would never be looked at. */
const bodies: Record<string, object> = {
  changeMemberRole: { role: "admin" },
  connectFirebase: { service_account_json: "{}" },
  testCampaign: { contact_ids: ["con_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10"] },
  testCampaignAtAddress: { to: "+905321112233" },
  addSubscription: { channel: "email", address: "someone@example.com" },
  createAutomationTest: { name: "x", scenario },
  updateAutomationTest: { name: "x", scenario },
  updateAutomation: { version: 1 },
  updatePlan: { version: 1 },
  updateOffer: { version: 1 },
  testAutomation: { contact_id: "con_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" },
  commitCodeImport: { offer_id: "ofr_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" },
  createInvites: { emails: ["a@example.com"], role: "viewer" },
};

/** Calls that name the victim's rows in the body instead of the path. */
const smuggling: Record<string, (ids: Record<string, string>) => object> = {
  createBatch: (ids) => ({ offer_id: ids.offer_id, quantity: 1 }),
  commitCodeImport: (ids) => ({ offer_id: ids.offer_id }),
  cancelCampaigns: (ids) => ({ campaign_ids: [ids.campaign_id] }),
  deleteCampaigns: (ids) => ({ campaign_ids: [ids.campaign_id] }),
  deleteContacts: (ids) => ({ contact_ids: [ids.contact_id] }),
  exportContacts: (ids) => ({ contact_ids: [ids.contact_id] }),
  exportRedemptions: (ids) => ({
    filter: { contact_id: ids.contact_id, offer_id: ids.offer_id, batch_id: ids.batch_id },
  }),
  tagContacts: (ids) => ({ contact_ids: [ids.contact_id], add_tags: ["stolen"] }),
  sendNow: (ids) => ({
    channel_type: "web_push",
    to: [{ contact_id: ids.contact_id }],
    template_id: ids.template_id,
  }),
  createCampaign: (ids) => ({ name: "x", channel_type: "web_push", coupon_batch_id: ids.batch_id }),
  updateCampaign: (ids) => ({ coupon_batch_id: ids.batch_id }),
  createAutomation: (ids) => ({ name: "x", definition: draftWith(stepOf(ids)) }),
  updateAutomation: (ids) => ({ version: 1, definition: draftWith(stepOf(ids)) }),
  createAutomationTest: (ids) => ({
    name: "x",
    scenario: { ...scenario, expected: [{ at_minutes: 0, step_id: stepOf(ids) }] },
  }),
  updateAutomationTest: (ids) => ({
    name: "x",
    scenario: { ...scenario, expected: [{ at_minutes: 0, step_id: stepOf(ids) }] },
  }),
  testAutomation: (ids) => ({ contact_id: ids.contact_id }),
  previewContent: (ids) => ({
    channel: "web_push",
    contents: [{ language: "en", title: "{{ first_name }}", body: "x" }],
    contact_id: ids.contact_id,
  }),
  createOrder: (ids) => ({ contact_id: ids.contact_id, order_id: "1", total: 1, currency: "TRY" }),
  trackEvents: (ids) => ({ name: "seen", contact_id: ids.contact_id, campaign_id: ids.campaign_id }),
  sendTrial: (ids) => ({ contact_id: ids.contact_id }),
  testCampaign: (ids) => ({ contact_ids: [ids.contact_id] }),
  testCampaignAtAddress: (ids) => ({ to: "+905321112233", contact_id: ids.contact_id }),
  testFirebase: (ids) => ({ contact_id: ids.contact_id }),
  validateCode: (ids) => ({ code: "7K3MZ0QW4T", contact_id: ids.contact_id }),
  redeemCode: (ids) => ({ code: "7K3MZ0QW4T", contact_id: ids.contact_id }),
  holdCode: (ids) => ({ code: "7K3MZ0QW4T", contact_id: ids.contact_id }),
  commitHold: (ids) => ({ redemption_id: ids.redemption_id }),
  releaseHold: (ids) => ({ redemption_id: ids.redemption_id }),
  rollBackRedemption: (ids) => ({ redemption_id: ids.redemption_id }),
  orderPlans: (ids) => ({ plan_ids: [ids.plan_id] }),
  createOffer: (ids) => ({ name: "x", kind: "membership", plan_id: ids.plan_id }),
  updateOffer: (ids) => ({ version: 1, plan_id: ids.plan_id }),
  previewImpact: (ids) => ({ plan_id: ids.plan_id }),
  addCode: (ids) => ({ contact_id: ids.contact_id }),
  updateCode: (ids) => ({ contact_id: ids.contact_id }),
};

const namesIds = ({ body }: NamedContract): boolean =>
  body !== undefined &&
  /"\^[a-z]{3}_\[/.test(JSON.stringify(z.toJSONSchema(body, { io: "input", unrepresentable: "any" })));

const withIds = contracts.filter((contract) => contract.params !== undefined);
const withoutIds = contracts.filter((contract) => contract.params === undefined);
const parametersOf = ({ path }: NamedContract) =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

describe("another workspace", () => {
  const database = useTestDatabase();
  let attacker: FurnishedWorkspace;
  let victim: FurnishedWorkspace;
  let owner: Record<string, string>;
  let routes: ServedRoute[];
  let before: Awaited<ReturnType<typeof readEverything>>;

  beforeAll(async () => {
    attacker = await furnishWorkspace(database.sql, "attackers");
    owner = await signInMember(database.sql, attacker.scenario, "owner");
    victim = await furnishWorkspace(database.sql, marker);
    routes = await loadRoutes();
    before = await readEverything(victim);
  });

  type Attack = {
    params?: Record<string, string>;
    body?: object | undefined;
    headers: Record<string, string>;
  };

  async function ask(contract: NamedContract, { params = {}, body, headers }: Attack) {
    const route = routes.find((one) => one.method === contract.method && one.path === contract.path);
    if (!route) throw new Error(`Nothing serves ${contract.method} ${contract.path}.`);
    const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ""),
    );
    const sent =
      body ?? (contract.body && contract.method !== "GET" ? (bodies[contract.name] ?? {}) : undefined);
    const request = new Request(`http://localhost${path}`, {
      method: contract.method,
      headers,
      ...(sent && { body: JSON.stringify(sent) }),
    });
    const response = await route.handler(request, { params: Promise.resolve(params) });
    return { status: response.status, text: (await response.text()).replace(/"instance":"[^"]+"/, "") };
  }

  /** The attacker's own workspace where the address names one, and a row as `choose` says. */
  function paramsFor(contract: NamedContract, choose: (name: string) => string): Record<string, string> {
    const names = parametersOf(contract);
    const isTarget = (name: string) => name !== "workspace_id" || names.length === 1;
    return Object.fromEntries(
      names.map((name) => [name, isTarget(name) ? choose(name) : (attacker.ids[name] ?? "")]),
    );
  }

  const identities = () => ({ key: { authorization: `Bearer ${attacker.scenario.apiKey}` }, owner });
  const invented = (name: string) => (victim.ids[name] ?? "").replace(/[0-9a-f]{12}$/, "0123456789ab");

  it("has a row of its own behind every parameter of every address", () => {
    const known = Object.keys(victim.ids);
    const unknown = withIds.flatMap(parametersOf).filter((name) => !known.includes(name));
    expect(unknown, "add a row to app/api/testing/victim.ts").toEqual([]);
  });

  it.each(withIds.map((contract) => [contract.name, contract] as const))(
    "%s answers a foreign, an invented and a malformed id with the same 404",
    async (_, contract) => {
      for (const headers of Object.values(identities())) {
        const foreign = await ask(contract, {
          params: paramsFor(contract, (name) => victim.ids[name] ?? ""),
          headers,
        });
        expect(foreign.status, foreign.text).toBe(404);
        for (const choose of [invented, () => "nonsense", () => "../x"]) {
          expect(await ask(contract, { params: paramsFor(contract, choose), headers })).toEqual(foreign);
        }
      }
    },
  );

  it.each(
    withIds.filter((contract) => parametersOf(contract).length > 1).map((one) => [one.name, one] as const),
  )("%s answers the victim's whole address with the same 404", async (_, contract) => {
    for (const headers of Object.values(identities())) {
      const { status, text } = await ask(contract, { params: victim.ids, headers });
      expect(status, text).toBe(404);
    }
  });

  it("is not shown by any list", async () => {
    for (const contract of withoutIds.filter((one) => one.method === "GET")) {
      for (const headers of Object.values(identities())) {
        const { text } = await ask(contract, { headers });
        expect(text, contract.name).not.toContain(marker);
      }
    }
  });

  it("has a case for every body that can name a row", () => {
    const cases = contracts.filter(namesIds).map((contract) => contract.name);
    expect(Object.keys(smuggling).sort()).toEqual(cases.sort());
  });

  it.each(Object.entries(smuggling))("%s does not reach rows that the body names", async (name, toBody) => {
    const contract = contracts.find((one) => one.name === name);
    if (!contract) throw new Error(`${name} is no contract.`);
    for (const headers of Object.values(identities())) {
      const { status, text } = await ask(contract, {
        params: attacker.ids,
        body: toBody(victim.ids),
        headers,
      });
      expect(status, text).not.toBe(400);
      expect(text).not.toContain(marker);
    }
  });

  it("refuses the header that names it", async () => {
    for (const contract of contracts.filter((one) => typeof one.access === "object" && !one.params)) {
      for (const headers of Object.values(identities())) {
        const { status } = await ask(contract, { headers: { ...headers, "x-workspace-id": marker } });
        expect(status, contract.name).toBe(404);
      }
    }
  });

  it("has every row as it was", async () => {
    expect(await readEverything(victim)).toEqual(before);
  });
});
