import { insertApiKeys } from "@/bench/harness/api-keys";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { profileArgs } from "@/bench/harness/options";
import { compare } from "@/bench/harness/pairs";
import { buildMissing, hasBuild, startServer } from "@/bench/harness/product-server";
import { requestNumber } from "@/bench/tasks/request-loop";
import { createScenario, type Scenario } from "@/db/testing/scenario";

const target = 0.75;

/** Authenticated requests of a workspace, validated both ways, against a Next route that only asks the database for 1. */
export const api: FigureGroup = { names: ["B10"], measure };

type Call = { name: string; method: "GET" | "POST"; path: string; body?: string; status: number };

async function measure(bench: Bench): Promise<Line[]> {
  if (!hasBuild()) return [{ name: "B10 api", skipped: buildMissing }];
  const database = await bench.lab.createDatabase();
  const scenario = await createScenario(database.sql);
  const apiKeys = await insertApiKeys(scenario);
  const server = await startServer(bench.lab, database, profileArgs(bench.options));
  const client = bench.child(database.url);
  try {
    const lines: Line[] = [];
    for (const call of await makeCalls(server.url, scenario)) {
      lines.push(await measureCall(bench, { call, client, url: server.url, apiKeys }));
    }
    await assertOwnContacts(bench, scenario);
    return lines;
  } finally {
    await client.stop();
    await server.close();
  }
}

type Under = { call: Call; client: Child; url: string; apiKeys: string[] };

const countOf = ({ profile }: Bench["options"]): number => (profile === "full" ? 4_000 : 600);

async function assertOwnContacts({ options }: Bench, { scope, workspaceId }: Scenario): Promise<void> {
  const [row] = await scope.sql<{ contacts: number }>`
    select count(*)::int as contacts from contacts where workspace_id = ${workspaceId}`;
  const written = options.pairs * countOf(options);
  if (!row || row.contacts < written) throw new Error(`${row?.contacts} contacts of ${written} requests.`);
}

async function measureCall({ options }: Bench, { call, client, url, apiKeys }: Under): Promise<Line> {
  const count = countOf(options);
  const { name, path, ...rest } = call;
  const ours = { ...rest, url: `${url}${path}`, apiKeys, count };
  const ping = { method: "GET" as const, url: `${url}/api/health`, apiKeys, count, status: 200 };
  const comparison = await compare(
    async () => ({ units: count, seconds: await client.run("requestLoop", ours) }),
    async () => ({ units: count, seconds: await client.run("requestLoop", ping) }),
    options.pairs,
  );
  return toFigure({ name, unit: "requests/s", target, goal: "at least", rows: count, ...comparison });
}

const campaign = JSON.stringify({
  name: "Bench",
  channel_type: "app_push",
  contents: [{ language: "en", title: "Hello {{ first_name }}", body: "Your cart is waiting" }],
  audience: { filter: { field: "country", operator: "equals", value: "TR" } },
});
/** Of one contact, whoever writes it waits for the one before. */
const contact = JSON.stringify({
  external_id: `bench-${requestNumber}`,
  first_name: "Ayşe",
  attributes: { plan: "pro" },
});

async function makeCalls(url: string, { apiKey }: Scenario): Promise<Call[]> {
  const create = async (path: string, body: string) => {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const answer = await fetch(`${url}${path}`, { method: "POST", headers, body });
    const { id } = (await answer.json()) as { id?: string };
    if (!id) throw new Error(`POST ${path} answered ${answer.status}.`);
    return id;
  };
  const campaignId = await create("/api/v1/campaigns", campaign);
  const contactId = await create("/api/v1/contacts", contact);
  return [
    { name: "B10 GET campaign", method: "GET", path: `/api/v1/campaigns/${campaignId}`, status: 200 },
    { name: "B10 POST campaign", method: "POST", path: "/api/v1/campaigns", body: campaign, status: 201 },
    { name: "B10 GET contact", method: "GET", path: `/api/v1/contacts/${contactId}`, status: 200 },
    { name: "B10 POST contact", method: "POST", path: "/api/v1/contacts", body: contact, status: 201 },
  ];
}
