import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { isWhole } from "@/lib/domain/coupons/codes/check-letter";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as archive } from "../offers/[offer_id]/archive/route";
import { POST as addCode, GET as listCodes } from "../offers/[offer_id]/codes/route";
import { POST as createOffer, GET as listOffers } from "../offers/route";
import { GET as getCode, PATCH } from "./[code]/route";

describe("codes of an offer over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let params: { offer_id: string };

  const offerOf = async (scenario: Scenario) => {
    const { body } = await call(createOffer, scenario.apiKey, {
      body: { name: "Bahar", kind: "percent", discount_basis_points: 1_000 },
    });
    return { offer_id: String(body.id) };
  };
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    params = await offerOf(mine);
  });

  const add = (body: object = {}) => call(addCode, mine.apiKey, { params, body });
  const read = (code: string) => call(getCode, mine.apiKey, { params: { code } });
  const patch = (code: string, body: object) => call(PATCH, mine.apiKey, { params: { code }, body });
  const addContact = async () => {
    const id = newId();
    await mine.scope.sql`
      insert into contacts (workspace_id, id, external_id, first_name, last_name, attributes, tags)
      values (${mine.workspaceId}, ${id}, ${id}, 'Ayşe', 'Kaya', '{}', '{}')`;
    return toWireId("contact", id);
  };

  it("finds a code whatever way it is typed", async () => {
    expect((await add({ code: "İNDİRİM-20" })).body).toMatchObject({
      code: "İNDİRİM-20",
      code_key: "1ND1R1M20",
    });
    for (const typed of ["indirim20", "INDIRIM2O", "ındırım 20", "İndirim–20"]) {
      expect((await read(typed)).body, typed).toMatchObject({
        code: "İNDİRİM-20",
        offer_name: "Bahar",
        uses: 0,
      });
    }
    expect((await read("indirim21")).status).toBe(404);
    expect((await read("%%%")).status).toBe(404);
  });

  it("is unique in the workspace on the folded key, with many trying at once, and names the one that is taken", async () => {
    const typed = ["YAZ-20", "yaz20", "YAZ 2O", "yaz_20", "Yaz20", "YAZ20"];
    const answers = await Promise.all(typed.map((code) => add({ code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const again = await add({ code: "yaz-2o" });
    expect(again.body).toMatchObject({ reason: "code_taken", errors: [{ pointer: "code" }] });
    expect(again.body.detail).toContain("yaz-2o");
    const theirs = await createScenario(database.sql);
    const elsewhere = await call(addCode, theirs.apiKey, {
      params: await offerOf(theirs),
      body: { code: "YAZ20" },
    });
    expect(elsewhere.status).toBe(201);
  });

  it("makes strong codes with a check letter when none is given", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => add()));
    const codes = made.map(({ body }) => String(body.code));
    expect(new Set(codes).size).toBe(20);
    for (const { body } of made) {
      expect(body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/);
      expect(isWhole(String(body.code_key))).toBe(true);
    }
  });

  it("refuses what folds to nothing, and an offer in the archive", async () => {
    for (const code of ["---", "скидка", "x".repeat(41)]) {
      expect(await add({ code }), code).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "code" }] },
      });
    }
    await call(archive, mine.apiKey, { params, body: {} });
    expect(await add({ code: "LATE" })).toMatchObject({ status: 409, body: { reason: "offer_state" } });
  });

  it("lists the offer's own codes and not those of batches, and finds the offer by a whole code", async () => {
    for (const code of ["ONE", "TWO", "THREE"]) await add({ code });
    await mine.scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
      select workspace_id, 'BATCHED', 'BATCHED', id, id, 0 from offers where workspace_id = ${mine.workspaceId}`;
    const codes = async (query: Record<string, string> = {}) => {
      const { body } = await call(listCodes, mine.apiKey, { params, query });
      return (body.data as { code: string }[]).map(({ code }) => code);
    };
    expect(await codes()).toEqual(["THREE", "TWO", "ONE"]);
    expect(await codes({ page: "2", page_size: "2" })).toEqual(["ONE"]);
    expect(await codes({ q: "tw0" })).toEqual(["TWO"]);
    const found = await call(listOffers, mine.apiKey, { query: { q: "batched" } });
    expect(found.body).toMatchObject({ total: 1, data: [{ name: "Bahar", codes: 3 }] });
    expect((await read("batched")).body.batch_id).toMatch(/^bat_/);
  });

  it("walks every code of the offer once, past a hundred, by cursor and by page, also within a search", async () => {
    await mine.scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id)
      select workspace_id, 'V1P' || lpad(n::text, 4, '0'), 'vip-' || lpad(n::text, 4, '0'), id
      from offers, generate_series(2, 231) n where workspace_id = ${mine.workspaceId}`;
    await add({ code: "OTHER" });
    const page = async (query: Record<string, string>) =>
      (await call(listCodes, mine.apiKey, { params, query })).body as {
        data: { code: string }[];
        next_cursor: string | null;
        total: number;
      };
    const walk = async (query: Record<string, string>, after?: string): Promise<string[]> => {
      const { data, next_cursor } = await page({ ...query, limit: "50", ...(after && { after }) });
      const codes = data.map(({ code }) => code);
      return next_cursor ? [...codes, ...(await walk(query, next_cursor))] : codes;
    };
    const all = await walk({});
    expect(all[0]).toBe("OTHER");
    expect([all.length, new Set(all).size]).toEqual([231, 231]);
    const found = await walk({ q: "vıp 00" });
    expect([found.length, found.at(-1)]).toEqual([98, "vip-0002"]);
    const fifth = await page({ page: "5", page_size: "50" });
    expect([fifth.total, fifth.data.map(({ code }) => code)]).toEqual([231, all.slice(200)]);
  });

  it("refuses a cursor that is none of this list", async () => {
    const wrong: Record<string, string>[] = [{ after: "vip-0001" }, { after: "0NE", page: "1" }];
    for (const query of wrong)
      expect(await call(listCodes, mine.apiKey, { params, query }), query.after).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "after" }] },
      });
  });

  it("takes a code out of use, brings it back, and says whose it is", async () => {
    const contact_id = await addContact();
    await add({ code: "MINE" });
    expect((await patch("mine", { is_disabled: true })).body).toMatchObject({
      is_disabled: true,
      contact_id: null,
    });
    expect((await patch("mine", { is_disabled: false, contact_id })).body).toMatchObject({
      is_disabled: false,
      contact_id,
      contact_name: "Ayşe Kaya",
    });
    expect((await patch("mine", { contact_id: null })).body.contact_id).toBeNull();
    const theirs = await createScenario(database.sql);
    expect(
      (await call(PATCH, theirs.apiKey, { params: { code: "mine" }, body: { contact_id } })).status,
    ).toBe(404);
    const audited = await mine.scope.sql`
      select action from audit_log where workspace_id = ${mine.workspaceId} and action like 'code.%' order by id`;
    expect(audited.map(({ action }) => action)).toEqual(["code.created", ...Array(3).fill("code.updated")]);
  });

  it("lets a member look and not make", async () => {
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(listCodes, member, { params })).status).toBe(200);
    expect((await call(addCode, member, { params, body: {} })).status).toBe(403);
  });
});
