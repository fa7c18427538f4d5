import { describe, expect, it } from "vitest";
import { findCycles, findPath, type Import, readImports } from "./import-graph";
import { isIsomorphic, judgeImport, runsOnServersOnly } from "./import-rules";
import { isTest, readSourceFiles } from "./source-files";

describe("imports point one way", () => {
  const files = readSourceFiles();
  const imports = readImports(files);

  it("keeps each layer to what it may know", () => {
    const broken = imports.map(judgeImport).filter((problem) => problem !== undefined);
    expect([...new Set(broken)]).toEqual([]);
  });

  it("has no circles", () => {
    expect(findCycles(imports)).toEqual([]);
  });

  it("brings no server code into browsers", () => {
    const leaks = files
      .filter((file) => isIsomorphic(file.path))
      .flatMap((file) => findPath(imports, file.path, runsOnServersOnly)?.join(" → ") ?? []);
    expect(leaks).toEqual([]);
  });

  it("finds every file that is imported", () => {
    const paths = new Set(files.map((file) => file.path));
    const missing = imports.filter(
      (one) =>
        one.isOurs && !isTest(one.from) && !paths.has(one.to) && !/\.(json|css|svg)$|^next-env/.test(one.to),
    );
    expect(missing.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
  });
});

describe("the rules fire", () => {
  const judge = (from: string, text: string): (string | undefined)[] =>
    readImports([{ path: from, text }]).map(judgeImport);

  it.each([
    ["lib/domain/campaigns/campaign.ts", 'import { Button } from "@/components/ui/actions/button";'],
    ["lib/domain/campaigns/send.ts", 'import { getMessaging } from "firebase-admin/messaging";'],
    ["lib/domain/campaigns/send.ts", 'import { GET } from "@/app/api/v1/contacts/route";'],
    ["lib/contracts/campaigns.ts", 'import { listCampaigns } from "@/db/queries/campaigns";'],
    ["components/campaigns/list.tsx", 'import type { campaigns } from "@/db/schema/campaigns";'],
    ["components/campaigns/chart.tsx", 'import { Bar } from "recharts";'],
    ["components/ui/badge.tsx", 'import { statuses } from "@/lib/domain/campaigns/campaign";'],
    ["db/queries/campaigns.ts", 'import { Button } from "@/components/ui/button";'],
    ["app/(dashboard)/page.tsx", 'import { sql } from "drizzle-orm";'],
    ["app/api/v1/x/route.ts", 'import { listX } from "@/db/queries/x";'],
    ["lib/providers/fcm/a.ts", 'import { database } from "@/db/client";'],
    ["lib/platform/http/a.ts", 'import { getCampaign } from "@/lib/domain/campaigns/get-campaign";'],
    ["lib/domain/contacts/a.ts", 'import { createScenario } from "@/db/testing/scenario";'],
    ["lib/domain/contacts/a.ts", 'const late = await import("../../../components/ui/button");'],
  ])("%s: %s", (from, text) => {
    expect(judge(from, text)).toEqual([expect.stringContaining(from)]);
  });

  it("sees a circle and a leak through a third file", () => {
    const link = (from: string, to: string): Import => ({ from, to, isOurs: true, isTypeOnly: false });
    expect(findCycles([link("a", "b"), link("b", "c"), link("c", "a")])).toHaveLength(1);
    const chain = [link("components/a.tsx", "lib/domain/x.ts"), link("lib/domain/x.ts", "db/client.ts")];
    expect(findPath(chain, "components/a.tsx", runsOnServersOnly)).toEqual([
      "components/a.tsx",
      "lib/domain/x.ts",
      "db/client.ts",
    ]);
  });
});
