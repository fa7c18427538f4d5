import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { assertEverybodySent, startSending } from "@/bench/harness/runs";
import { startSandboxProcess } from "@/bench/harness/sandbox-process";

/** Of FCM's kind: so many messages a window, then 429 until it ends. Small enough that the sandbox is no limit. */
const quotas = {
  smoke: { requests: 4_500, windowMillis: 3_000, seconds: 12 },
  full: { requests: 120_000, windowMillis: 60_000, seconds: 125 },
} as const;

/** How much of a provider's quota is used when its rate is set to just that. */
export const quota: FigureGroup = { names: ["B3Q"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const { requests, windowMillis, seconds: planned } = quotas[bench.options.profile];
  const ratePerSecond = requests / (windowMillis / 1_000);
  const recipients = Math.round(ratePerSecond * planned);
  const people = await bench.freshPopulation(recipients);
  const sandbox = await startSandboxProcess();
  const sender = bench.child(people.database.url, { PUSHPILOT_SANDBOX_URL: sandbox.url });
  try {
    await sandbox.setScenario({ quota: { requests, windowMillis } });
    const { runId, chunks } = await startSending(people);
    const chunkNos = Array.from({ length: chunks }, (_, n) => n + 1);
    const { workspaceId } = people;
    await people.scope.sql`
      update providers set rate_per_second = ${ratePerSecond}, version = version + 1
      where workspace_id = ${workspaceId} and channel = 'app_push'`;
    const seconds = await sender.run("deliverToProvider", { workspaceId, runId, chunkNos });
    await assertEverybodySent(people, runId);
    const { asked } = await sandbox.stats(workspaceId);
    const refused = 1 - recipients / asked;
    const value = recipients / seconds;
    const figure = { unit: "recipients/s", rows: recipients, value, limit: ratePerSecond };
    return [
      toFigure({
        ...figure,
        name: "B3q quota used",
        ratio: value / ratePerSecond,
        target: 0.95,
        goal: "at least",
      }),
      toFigure({
        name: "B3q share of 429",
        unit: "of requests",
        rows: recipients,
        value: refused,
        limit: 1,
        ratio: refused,
        target: 0.01,
        goal: "at most",
      }),
    ];
  } finally {
    await sender.stop();
    sandbox.close();
  }
}
