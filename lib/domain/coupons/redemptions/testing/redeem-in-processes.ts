import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { bundleProduct } from "@/bin/bundle-product";
import { newId } from "@/lib/platform/ids";
import type { Orders, Outcomes } from "./redeeming-process";

/** Servers that redeem at the same moment; gives all their outcomes together. */
export function useRedeemingProcesses(): (orders: Orders[]) => Promise<Outcomes> {
  const folder = join(process.cwd(), "node_modules/.cache/pushpilot", `redeem-${newId()}`);
  beforeAll(() => bundleProduct(["lib/domain/coupons/redemptions/testing/redeeming-process.ts"], folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return async (orders) => {
    const children = orders.map(() => fork(join(folder, "redeeming-process.js")));
    await Promise.all(children.map((child) => once(child, "message")));
    const all = await Promise.all(
      children.map(async (child, n) => {
        child.send(orders[n] as Orders);
        const [outcomes] = (await once(child, "message")) as [Outcomes];
        child.disconnect();
        return outcomes;
      }),
    );
    const sum: Outcomes = {};
    for (const [outcome, count] of all.flatMap(Object.entries) as [string, number][])
      sum[outcome] = (sum[outcome] ?? 0) + count;
    return sum;
  };
}
