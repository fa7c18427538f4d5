import { readFileSync } from "node:fs";
import { runSteps } from "./checks/run-steps";
import { toClosingLine } from "./checks/tally";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const steps = Object.keys(scripts).filter((name) => name.startsWith("verify:"));

const tally = await runSteps(steps.map((name) => ({ name, command: ["npm", "run", "--silent", name] })));
console.log(`\n${toClosingLine(tally)}`);
process.exitCode = tally.failed > 0 ? 1 : 0;
