import { describe, expect, it } from "vitest";
import { contracts } from "@/lib/contracts/registry";
import { hotRoutes } from "./hot-routes";
import { loadRoutes } from "./testing/load-routes";

describe("routes and contracts", () => {
  it("every method of a route answers its contract, at the contract's own address", async () => {
    const routes = await loadRoutes();
    for (const { method, path, handler } of routes) {
      expect(`${handler.contract?.method} ${handler.contract?.path}`).toBe(`${method} ${path}`);
    }
    const served = routes.map(({ method, path }) => `${method} ${path}`);
    const promised = contracts.map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(promised.sort());
  });

  it("the hot lane holds routes of the API only, each once", () => {
    const addresses = hotRoutes.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
