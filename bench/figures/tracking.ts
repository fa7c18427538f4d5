import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare } from "@/bench/harness/pairs";
import { addPastSend, type PastSendIds } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { signerOf } from "@/lib/domain/events/tracking/tracking-token";

const agent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
/** Each clicks ten times in a sample at most: in practice most do so once. */
const peopleCount = 10_000;

/** A click and a pixel, verified and remembered, against answering 302 and a picture to anybody. */
export const tracking: FigureGroup = { names: ["B8"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const { url, sql } = await bench.lab.createDatabase();
  const scenario = await createScenario(sql);
  const send = await addPastSend(scenario.scope, {
    channel: "email",
    campaign: { name: "Bench", status: "sent" },
    people: Array.from({ length: peopleCount }, () => ({ deliveries: ["accepted" as const] })),
  });
  await sql.unsafe("vacuum analyze contacts, runs");
  const [product, plain, client] = [bench.child(url), bench.child(url), bench.child(url)];
  const count = bench.options.profile === "full" ? 100_000 : 10_000;
  try {
    const ours = await product.run("serveProduct", undefined);
    const bare = await plain.run("serveBare", { workspaceId: scenario.workspaceId });
    const lines: Line[] = [];
    for (const [name, path, answer, requests] of [
      ["B8 click", "/c", "302", clicksOf(scenario, send)],
      ["B8 pixel", "/o", "200", opensOf(scenario, send)],
    ] as const) {
      const load = { count, connections: 8, depth: 8, answer };
      const run = async (port: number, asked: string[]) => ({
        units: count,
        seconds: await client.run("rawLoop", { ...load, port, requests: asked }),
      });
      const comparison = await compare(
        async () => {
          const sample = await run(ours, requests);
          // What the background has not written yet must not burden the other side.
          await product.run("flushServed", undefined);
          return sample;
        },
        () => run(bare, [get(path)]),
        bench.options.pairs,
      );
      lines.push(
        toFigure({ name, unit: "requests/s", target: 0.5, goal: "at least", rows: count, ...comparison }),
      );
      await assertCounted(bench, scenario, name, count);
    }
    return lines;
  } finally {
    await Promise.all([product.stop(), plain.stop(), client.stop()]);
  }
}

const get = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${agent}\r\n\r\n`;

const signed = ({ workspaceId }: Scenario, { runId }: PastSendIds) =>
  signerOf({ workspaceId, runId, sendAt: new Date() });

const clicksOf = (scenario: Scenario, send: PastSendIds): string[] =>
  send.contactIds.map((contactId) =>
    get(
      `/c/${signed(scenario, send)({ kind: "click", contactId, variant: 0, linkNo: 1, destination: "https://shop.example/sale" })}`,
    ),
  );

const opensOf = (scenario: Scenario, send: PastSendIds): string[] =>
  send.contactIds.map((contactId) =>
    get(`/o/${signed(scenario, send)({ kind: "open", contactId, variant: 0, linkNo: 0, destination: "" })}`),
  );

async function assertCounted(
  { options }: Bench,
  scenario: Scenario,
  name: string,
  count: number,
): Promise<void> {
  const [row] = await scenario.scope.sql<{ clicks: number; opens: number }>`
    select sum(clicks)::int as clicks, sum(opens)::int as opens from campaign_hours where workspace_id = ${scenario.workspaceId}`;
  const expected = (options.pairs + 1) * count;
  const counted = name === "B8 click" ? row?.clicks : row?.opens;
  if (counted !== expected) throw new Error(`${counted} of ${expected} were counted.`);
}
