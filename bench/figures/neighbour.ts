import { insertApiKeys } from "@/bench/harness/api-keys";
import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import type { Population } from "@/bench/harness/population";
import { type SandboxProcess, startSandboxProcess } from "@/bench/harness/sandbox-process";
import { percentile } from "@/bench/harness/statistics";
import { kill, scheduleNow, startWorker, until } from "@/bench/harness/worker-process";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { pauseCampaign } from "@/lib/domain/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/domain/campaigns/resume-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";

const sizes = {
  smoke: { recipients: 200_000, messages: 200 },
  full: { recipients: 1_000_000, messages: 1_000 },
} as const;

const pauseMillis = 40;
const blocks = 4;
/** After this without a message a campaign rests. */
const stillMillis = 500;
/** Of a campaign that is under way: its first messages find code that has not been compiled. */
const begun = 5_000;
/** Messages before each block that do not count: what came before them leaves something to do. */
const uncounted = 20;
const slowdownMax = 2;

/** One message after the other of a small workspace, from its request to the provider's answer, while a large one sends. */
export const neighbour: FigureGroup = { names: ["B11"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const { recipients, messages } = sizes[bench.options.profile];
  const large = await bench.freshPopulation(recipients);
  const small = await createScenario(large.database.sql);
  await small.ctx.transaction(createSandboxProviders);
  await large.scope.sql`
    update providers set rate_per_second = 100000, version = version + 1 where workspace_id = ${large.workspaceId}`;
  const sandbox = await startSandboxProcess();
  const web = bench.child(large.database.url, { PUSHPILOT_SANDBOX_URL: sandbox.url });
  const worker = startWorker(large, { dataFolder: bench.lab.folder, sandbox });
  try {
    const port = await web.run("serveProduct", undefined);
    const caller = {
      scenario: small,
      keys: await insertApiKeys(small),
      port,
      contactId: await insertPerson(small),
    };
    await sendAll(caller, 5 * uncounted);
    const campaign = startNeighbour(large, sandbox);
    const [alone, beside]: [number[], number[]] = [[], []];
    for (let block = 0; block < blocks; block += 1) {
      // A B, B A, …: the machine of the one is the machine of the other.
      const order = block % 2 === 0 ? (["rests", "sends"] as const) : (["sends", "rests"] as const);
      for (const act of order) {
        await campaign[act]();
        await sendAll(caller, uncounted);
        const took = await sendAll(caller, messages / blocks);
        (act === "rests" ? alone : beside).push(...took);
      }
    }
    const { asked } = await sandbox.stats(large.workspaceId);
    for (const side of [alone, beside]) side.sort((left, right) => left - right);
    const [limit, value] = [percentile(alone, 0.99), percentile(beside, 0.99)];
    const state =
      asked < recipients ? "still sending at the end" : "the large one ended before the small one did";
    const medians = `medians ${percentile(alone, 0.5).toFixed(0)} and ${percentile(beside, 0.5).toFixed(0)} ms`;
    return [
      toFigure({
        name: "B11 a neighbour's p99",
        unit: "ms",
        value,
        limit,
        ratio: value / limit,
        target: slowdownMax,
        goal: "at most",
        rows: messages,
        note: `${medians}; ${asked} of ${recipients} asked for, ${state}`,
      }),
    ];
  } finally {
    await kill(worker);
    await web.stop();
    sandbox.close();
  }
}

/** The large workspace's campaign, which begins when it is first to send. */
function startNeighbour(large: Population, sandbox: SandboxProcess) {
  let campaignId: string | undefined;
  let isSending = false;
  const asked = async () => (await sandbox.stats(large.workspaceId)).asked;
  return {
    async sends() {
      const before = await asked();
      if (isSending || before >= large.recipients) return;
      isSending = true;
      if (campaignId === undefined) campaignId = await scheduleNow(large);
      else await resumeCampaign(large.ctx, { campaignId });
      await until(async () => (await asked()) > Math.min(before + begun, large.recipients - 1));
    },
    async rests() {
      if (campaignId === undefined || !isSending || (await asked()) >= large.recipients) return;
      isSending = false;
      await pauseCampaign(large.ctx, { campaignId });
      await until(async () => {
        const before = await asked();
        await new Promise((done) => setTimeout(done, stillMillis));
        return (await asked()) === before;
      });
    },
  };
}

async function insertPerson({ scope, workspaceId }: Scenario): Promise<string> {
  const id = newId();
  await scope.sql`
    insert into contacts (workspace_id, id, external_id, attributes, tags) values (${workspaceId}, ${id}, 'one', '{}', '{}')`;
  await scope.sql`
    insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key, platform)
    values (${workspaceId}, ${newId()}, ${id}, 'app_push', 'device-one', 'device-one', 'android')`;
  return id;
}

type Caller = { scenario: Scenario; keys: string[]; port: number; contactId: string };

/** Milliseconds from each request to the provider's answer. */
async function sendAll({ scenario, keys, port, contactId }: Caller, count: number): Promise<number[]> {
  const asked = new Map<string, number>();
  for (let n = 0; n < count; n += 1) {
    const at = Date.now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/notifications/send-now`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys[n % keys.length]}`, "content-type": "application/json" },
      body: JSON.stringify({
        channel_type: "app_push",
        to: [{ contact_id: toWireId("contact", contactId) }],
        contents: [{ language: "en", title: "Your code", body: String(n) }],
      }),
    });
    if (answer.status !== 202) throw new Error(`send-now answered ${answer.status}: ${await answer.text()}`);
    const { run_id: runId } = (await answer.json()) as { run_id: string };
    asked.set(runId, at);
    await new Promise((done) => setTimeout(done, pauseMillis));
  }
  return answeredAfter(scenario, asked);
}

async function answeredAfter(
  { scope, workspaceId }: Scenario,
  asked: Map<string, number>,
): Promise<number[]> {
  const ids = [...asked.keys()].map((id) => id.slice(4));
  const read = () => scope.sql<{ runId: string; sentAt: Date }>`
    select run_id, sent_at from deliveries
    where workspace_id = ${workspaceId} and run_id = any(${ids}::uuid[]) and status in ('accepted', 'delivered')`;
  await until(async () => (await read()).length === asked.size, 120);
  const rows = await read();
  return rows.map(({ runId, sentAt }) => sentAt.getTime() - (asked.get(toWireId("run", runId)) ?? 0));
}
