import type { InngestFunction } from "inngest";
import { expect, it } from "vitest";
import { functions } from "./functions";
import { enginePlaces } from "./places";

/** How many of a function may run at once, whomever they are for. */
function placesOf(given: InngestFunction.Like): number {
  const { concurrency } = (given as InngestFunction.Any).opts;
  const limits = [concurrency ?? []].flat();
  const places = limits.map((limit) => (typeof limit === "number" ? { limit } : limit));
  return places.find((one) => !("key" in one))?.limit ?? Number.POSITIVE_INFINITY;
}

it("an engine has room for every function at its most, so that none waits for another", () => {
  const taken = functions.map(placesOf).reduce((sum, places) => sum + places, 0);
  expect(taken).toBeLessThan(enginePlaces);
});
