import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contracts } from "@/lib/contracts/registry";
import type { RouteHandler } from "@/lib/platform/http/route";
import { hotRoutes } from "./hot-routes";

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;

/** Answers without a contract: a document about the contracts, and a framework's own mount. */
const withoutContract = ["/api/v1/openapi.json"];

const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter((name) =>
  /(^|\/)route\.ts$/.test(name),
);
const pathOf = (file: string) =>
  `/api/v1/${file.replace(/\/?route\.ts$/, "")}`.replaceAll("[", "{").replaceAll("]", "}");

describe("routes and contracts", () => {
  it("every method of a route answers its contract, at the contract's own address", async () => {
    const served: string[] = [];
    for (const file of files.filter((name) => !withoutContract.includes(pathOf(name)))) {
      const module: Record<string, RouteHandler> = await import(`./v1/${file}`);
      for (const method of methods.filter((name) => name in module)) {
        const { contract } = module[method] ?? {};
        expect(`${contract?.method} ${contract?.path}`, file).toBe(`${method} ${pathOf(file)}`);
        served.push(`${method} ${pathOf(file)}`);
      }
    }
    const promised = contracts.map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(promised.sort());
  });

  it("the hot lane holds routes of the API only, each once", () => {
    const addresses = hotRoutes.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
