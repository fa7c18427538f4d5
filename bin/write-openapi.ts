import { readFileSync, writeFileSync } from "node:fs";
import { contracts } from "@/lib/contracts/registry";
import { buildOpenApi } from "@/lib/platform/http/openapi/openapi-document";

const path = "docs/openapi.json";
const current = `${JSON.stringify(buildOpenApi(contracts), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(path, current);
} else if (readFileSync(path, "utf8") !== current) {
  console.error(`${path} is not what the contracts say. Run \`npm run openapi\`.`);
  process.exit(1);
}
