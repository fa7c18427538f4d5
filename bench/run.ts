import { loadavg } from "node:os";
import { provideEnv } from "@/lib/platform/env";
import { api } from "./figures/api";
import { audience } from "./figures/audience";
import { bookkeeping } from "./figures/bookkeeping";
import { openCarts } from "./figures/carts";
import { coldStart } from "./figures/cold-start";
import { contactFiles } from "./figures/contact-files";
import { crashTax } from "./figures/crash-tax";
import { dispatch } from "./figures/dispatch";
import { engine } from "./figures/engine";
import { engineTax } from "./figures/engine-tax";
import { events } from "./figures/events";
import { growth } from "./figures/growth";
import { neighbour } from "./figures/neighbour";
import { quota } from "./figures/quota";
import { redemption } from "./figures/redemption";
import { timerFirings } from "./figures/timers";
import { tracking } from "./figures/tracking";
import { webPush } from "./figures/web-push";
import type { FigureGroup } from "./harness/bench";
import { type Line, withoutVerdict } from "./harness/figure";
import { openBench } from "./harness/open-bench";
import { parseOptions } from "./harness/options";
import { printJson, printTable } from "./harness/report";

const groups: readonly FigureGroup[] = [
  audience,
  dispatch,
  quota,
  bookkeeping,
  api,
  events,
  tracking,
  redemption,
  crashTax,
  contactFiles,
  webPush,
  engine,
  timerFirings,
  engineTax,
  neighbour,
  openCarts,
  coldStart,
  growth,
];

const options = parseOptions(process.argv.slice(2));
const chosen = groups.filter(
  ({ names }) => options.only.length === 0 || names.some((name) => options.only.includes(name)),
);
provideEnv({ PUSHPILOT_SECRET: "bench-secret-bench-secret-bench-secret" });
const say = (text: string) => process.stderr.write(`${text}\n`);

const loadMax = 1;
const loads = loadavg();
const [load = 0] = loads;
const judge = (line: Line) =>
  load > loadMax ? withoutVerdict(line, `load ${load.toFixed(1)} before the start`) : line;
say(
  `load ${loads.map((each) => each.toFixed(1)).join(" ")}, ${options.profile}, ${options.rows} rows, ${options.pairs} pairs`,
);
const bench = await openBench(options);
const lines: Line[] = [];
try {
  for (const group of chosen) {
    say(`measuring ${group.names.join(", ")} …`);
    const found = (await group.measure(bench)).map(judge);
    lines.push(...found);
    if (options.isJson) for (const line of found) printJson(line);
  }
} finally {
  if (!options.isJson) printTable(lines);
  await bench.close();
}
