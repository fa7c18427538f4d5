import type { Bench, FigureGroup } from "@/bench/harness/bench";
import type { Child } from "@/bench/harness/child";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare } from "@/bench/harness/pairs";
import type { Population } from "@/bench/harness/population";
import { assertEverybodySent, startSending } from "@/bench/harness/runs";
import { hasStub, startStub, stubMissing } from "@/bench/harness/stub";
import { messageBody } from "./message-body";

const target = 0.6;

/** Claim, render, POST, record, against a process that only posts the same bytes to the same stub. */
export const dispatch: FigureGroup = { names: ["B3"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  if (!hasStub()) return [{ name: "B3 dispatch", skipped: stubMissing }];
  const { options, lab } = bench;
  const people = await bench.population(options.rows);
  const stub = await startStub(lab.folder);
  const lines: Line[] = [];
  try {
    for (const processes of options.profile === "full" ? [1, 2] : [1]) {
      const start = () => Array.from({ length: processes }, () => bench.child(people.database.url));
      const senders = start();
      const loops = start();
      const comparison = await compare(
        () => sendAll(people, senders, stub.url),
        () => postAll(people, loops, stub.url),
        options.pairs,
      );
      const name = processes === 1 ? "B3 dispatch" : `B3 dispatch, ${processes} processes`;
      lines.push(
        toFigure({ name, unit: "recipients/s", target, goal: "at least", rows: options.rows, ...comparison }),
      );
      await Promise.all([...senders, ...loops].map((child) => child.stop()));
    }
  } finally {
    stub.close();
  }
  return lines;
}

async function sendAll(people: Population, senders: Child[], stubUrl: string) {
  const { runId, chunks } = await startSending(people);
  const all = Array.from({ length: chunks }, (_, n) => n + 1);
  const seconds = await Promise.all(
    senders.map((sender, at) => {
      const chunkNos = all.filter((chunkNo) => chunkNo % senders.length === at);
      return sender.run("deliverToStub", { workspaceId: people.workspaceId, runId, chunkNos, stubUrl });
    }),
  );
  await assertEverybodySent(people, runId);
  return { units: people.recipients, seconds: Math.max(...seconds) };
}

/** One connection with a hundred streams: faster than more of them. */
async function postAll({ recipients }: Population, loops: Child[], url: string) {
  const load = { url, body: messageBody(), count: recipients / loops.length, connections: 1, streams: 100 };
  const seconds = await Promise.all(loops.map((loop) => loop.run("postLoop", load)));
  return { units: recipients, seconds: Math.max(...seconds) };
}
