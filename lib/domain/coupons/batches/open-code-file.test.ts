import { beforeAll, describe, expect, it } from "vitest";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { listCodes } from "./list-codes";
import { openCodeFile } from "./open-code-file";

describe("the file of a batch", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const fileOf = async (input: Parameters<typeof openCodeFile>[1]) => {
    const pieces: string[] = [];
    for await (const chunk of (await openCodeFile(mine.ctx, input)).chunks) pieces.push(String(chunk));
    return pieces.join("").replace("\ufeff", "").trimEnd().split("\n");
  };

  it("says of each code what the list says", async () => {
    const codes = ["AAAA-1", "-BBB-2", "CCCC-3", "DDDD-4", "EEEE-5", "－FFF-6"];
    const { batchId } = await insertTestBatch(mine.scope, { codes, source: "imported" });
    const { sql, id } = mine.scope;
    await sql`update coupon_batches set allocated = 3 where workspace_id = ${id} and id = ${batchId}`;
    await sql`insert into returned_codes values (${id}, ${batchId}, 1)`;
    await sql`update coupon_codes set uses = 12 where workspace_id = ${id} and batch_id = ${batchId} and seq = 2`;
    await sql`update coupon_codes set contact_id = ${newId()} where workspace_id = ${id} and batch_id = ${batchId} and seq = 3`;
    await sql`update coupon_codes set is_disabled = true where workspace_id = ${id} and batch_id = ${batchId} and seq = 4`;
    const words = ["given", "unused", "used", "given", "disabled", "unused"];
    const { data } = await listCodes(mine.ctx, { batchId });
    expect(data.map(({ status }) => status)).toEqual(words);
    const lines = words.map((word, n) => ({ code: codes[n] ?? "", status: word, uses: n === 2 ? 12 : 0 }));
    const toLine = ({ code, status, uses }: (typeof lines)[number]) =>
      `${/^[-－]/.test(code) ? "'" : ""}${code};${status};${uses}`;
    expect(await fileOf({ batchId, delimiter: ";" })).toEqual(["code;status;uses", ...lines.map(toLine)]);
    expect(await fileOf({ batchId, formulas: "plain" })).toContain("-BBB-2,unused,0");
    expect(await fileOf({ batchId, format: "txt" })).toEqual(codes);
    expect(JSON.parse((await fileOf({ batchId, format: "json" })).join("\n"))).toEqual(lines);
  });

  it("goes over its pages in order, each code once, and is empty without codes", async () => {
    const codes = Array.from({ length: 45_000 }, (_, n) => `PAGED-${String(n).padStart(5, "0")}`);
    const { batchId } = await insertTestBatch(mine.scope, { codes });
    expect(await fileOf({ batchId, format: "txt" })).toEqual(codes);
    expect(await fileOf({ batchId })).toHaveLength(codes.length + 1);
    const codesOfSheet = async (skip: number) => {
      const [sheet = ""] = [(await fileOf({ batchId, format: "qr", skip })).join("")];
      return [...sheet.matchAll(/<figcaption>([^<]+)/g)].map(([, code]) => code);
    };
    expect(await codesOfSheet(44_990)).toEqual(codes.slice(44_990));
    const { chunks, name } = await openCodeFile(mine.ctx, { batchId, format: "qr", skip: 10_000 });
    expect(name).toMatch(/-qr-10001-15000\.html$/);
    for await (const head of chunks) {
      expect(head).toContain("10001–15000 / 45000");
      break;
    }
    const { batchId: empty } = await insertTestBatch(mine.scope);
    expect(await fileOf({ batchId: empty })).toEqual(["code,status,uses"]);
  });
});
