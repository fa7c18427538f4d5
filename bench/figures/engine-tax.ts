import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare, timed } from "@/bench/harness/pairs";
import { startSending } from "@/bench/harness/runs";
import { startSandboxProcess } from "@/bench/harness/sandbox-process";
import { isSent, kill, scheduleNow, startWorker, until } from "@/bench/harness/worker-process";

const recipientsOf = { smoke: 10_000, full: 100_000 } as const;
const taxMax = 1.05;

/** A campaign through the workflows, from its schedule to its end, against the same verbs called one after the other. */
export const engineTax: FigureGroup = { names: ["B16"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const recipients = recipientsOf[bench.options.profile];
  const [people, others] = [await bench.freshPopulation(recipients), await bench.freshPopulation(recipients)];
  for (const { scope } of [people, others])
    await scope.sql`update providers set rate_per_second = 100000, version = version + 1 where workspace_id = ${scope.id}`;
  const sandbox = await startSandboxProcess();
  const sender = bench.child(others.database.url, { PUSHPILOT_SANDBOX_URL: sandbox.url });
  const worker = startWorker(people, { dataFolder: bench.lab.folder, sandbox });
  try {
    const comparison = await compare(
      () =>
        timed(recipients, async () => {
          const campaignId = await scheduleNow(people);
          await until(() => isSent(people, campaignId));
        }),
      () =>
        timed(recipients, async () => {
          const { runId, chunks } = await startSending(others);
          const chunkNos = Array.from({ length: chunks }, (_, n) => n + 1);
          await sender.run("deliverToProvider", { workspaceId: others.workspaceId, runId, chunkNos });
        }),
      bench.options.pairs,
    );
    const tax = 1 / comparison.ratio;
    return [
      toFigure({
        name: "B16 engine tax",
        unit: "recipients/s",
        ...comparison,
        target: 1 / taxMax,
        goal: "at least",
        rows: recipients,
        note: `${tax.toFixed(2)} x the time without workflows`,
      }),
    ];
  } finally {
    await kill(worker);
    await sender.stop();
    sandbox.close();
  }
}
