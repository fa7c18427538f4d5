import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addOffer, addPeople, addPlan } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { toUuid, toWireId } from "@/lib/contracts/wire/ids";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { call } from "@/lib/platform/testing/call";
import { GET as getContactCoupons } from "../../contacts/[contact_id]/coupons/route";
import { GET as downloadFile } from "../../workspaces/[workspace_id]/jobs/[job_id]/file/route";
import { GET as getInvariants } from "../invariants/route";
import { GET as listMemberships } from "../memberships/route";
import { POST as redeem } from "../redeem/route";
import { GET as listRefusals } from "../refusals/route";
import { POST as rollBack } from "../rollback/route";
import { GET as getRedemption } from "./[redemption_id]/route";
import { POST as exportRedemptions } from "./exports/route";
import { GET as listRedemptions } from "./route";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-redemptions-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

type Row = Record<string, unknown>;

describe("the redemption log over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offerId: string;
  let people: string[];
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    people = await addPeople(mine.scope, 3);
    offerId = await addOffer(mine.scope, { codes: ["İNDİRİM20", "OTHER"], usesPerContactMax: 1 });
    const planId = await addPlan(mine.scope, "monthly", { durationMonths: 1 });
    await addOffer(mine.scope, { kind: "membership", planId, durationMonths: 1, codes: ["MEMBER"] });
    await use("indirim2o", "person-0", "o-1");
    await use("OTHER", "person-1", "=1+1");
    await use("MEMBER", "person-2", undefined);
    await use("OTHER", "person-0", "o-3");
    await mine.scope.sql`
      update coupon_redemptions set ip = '203.0.113.77', user_agent = '=cmd|A1' where workspace_id = ${mine.workspaceId}`;
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const use = (code: string, person: string, orderId: string | undefined) =>
    call(redeem, mine.apiKey, {
      body: {
        code,
        external_id: person,
        source: code === "MEMBER" ? "email" : "direct",
        ...(orderId && { order: { id: orderId, total_minor: 1_000, currency: "TRY" } }),
      },
    });
  const list = async (query: Record<string, string>, handler = listRedemptions) => {
    const { status, body } = await call(handler, mine.apiKey, { query });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data as Row[];
  };
  const codes = async (query: Record<string, string>) => (await list(query)).map(({ code }) => code);

  it("finds by code however it is typed, by order and by person", async () => {
    expect(await codes({})).toEqual(["MEMBER", "OTHER", "İNDİRİM20"]);
    for (const q of ["ındırım-20", "INDIR", "o-1", "person-0"])
      expect(await codes({ q }), q).toEqual(["İNDİRİM20"]);
    expect(await codes({ code: "indirim 20" })).toEqual(["İNDİRİM20"]);
    for (const [field, text] of [
      ["q", "%"],
      ["code", "indirim"],
      ["code", "漢"],
      ["q", "%NDIRIM"],
    ] as const)
      expect(await codes({ [field]: text }), text).toEqual([]);
  });

  it("narrows by every filter, and together", async () => {
    const offer = toWireId("offer", offerId);
    expect(await codes({ offer_id: offer })).toEqual(["OTHER", "İNDİRİM20"]);
    expect(await codes({ source: "email,push" })).toEqual(["MEMBER"]);
    expect(await codes({ contact_id: toWireId("contact", people[1] ?? "") })).toEqual(["OTHER"]);
    expect(await codes({ status: "held,released" })).toEqual([]);
    expect(await codes({ since: "2099-01-01T00:00:00Z" })).toEqual([]);
    expect(await codes({ until: "2099-01-01T00:00:00Z", offer_id: offer, q: "o-1" })).toEqual(["İNDİRİM20"]);
    expect(await codes({ batch_id: toWireId("batch", offerId) })).toEqual([]);
  });

  it("pages by cursor and by number, both ways", async () => {
    const first = await call(listRedemptions, mine.apiKey, { query: { limit: "2" } });
    expect(first.body).toMatchObject({ has_more: true, total: null });
    expect(await codes({ limit: "2", after: String(first.body.next_cursor) })).toEqual(["İNDİRİM20"]);
    const second = await call(listRedemptions, mine.apiKey, {
      query: { page: "2", page_size: "2", sort: "created_at" },
    });
    expect(second.body).toMatchObject({ has_more: false, total: 3, data: [{ code: "MEMBER" }] });
  });

  it("says what is wrong with a question it cannot answer", async () => {
    const ask = async (query: Record<string, string>) =>
      (await call(listRedemptions, mine.apiKey, { query })).body.errors;
    expect(await ask({ status: "gone" })).toMatchObject([{ pointer: "status.0" }]);
    expect(await ask({ sort: "ip" })).toMatchObject([{ pointer: "sort" }]);
    expect(await ask({ after: "x" })).toMatchObject([{ pointer: "after" }]);
    expect(await ask({ offer_id: "ofr_1" })).toMatchObject([{ pointer: "offer_id" }]);
    const refusals = await call(listRefusals, mine.apiKey, { query: { reason: "bad" } });
    expect(refusals.body.errors).toMatchObject([{ pointer: "reason.0" }]);
    const memberships = await call(listMemberships, mine.apiKey, { query: { expiry: "maybe" } });
    expect(memberships.body.errors).toMatchObject([{ pointer: "expiry.0" }]);
    const file = await call(exportRedemptions, mine.apiKey, { body: { filter: { status: ["gone"] } } });
    expect(file.status).toBe(400);
  });

  it("shows the whole address to those who may roll back, and its network to the others", async () => {
    const ipFor = async (role: "admin" | "member" | "viewer") => {
      const who = await signInMember(database.sql, mine, role);
      const listed = (await call(listRedemptions, who, {})).body.data as Row[];
      const one = await call(getRedemption, who, { params: { redemption_id: String(listed[0]?.id) } });
      return [listed[0]?.ip, one.body.ip];
    };
    expect(await ipFor("admin")).toEqual(["203.0.113.77", "203.0.113.77"]);
    for (const role of ["member", "viewer"] as const)
      expect(await ipFor(role), role).toEqual(["203.0.113.0/24", "203.0.113.0/24"]);
  });

  it("lists what was refused with rule, seen and needed", async () => {
    expect(await list({}, listRefusals)).toMatchObject([
      {
        act: "redeem",
        reason: "contact_limit",
        seen: "1",
        needed: "1",
        code: "OTHER",
        contact: { external_id: "person-0" },
      },
    ]);
    expect(await list({ reason: "expired" }, listRefusals)).toEqual([]);
    expect(await list({ act: "redeem", q: "othe" }, listRefusals)).toHaveLength(1);
  });

  it("knows members by when they end, and everything about one person", async () => {
    expect(await list({ expiry: "soon,live" }, listMemberships)).toMatchObject([
      { contact: { external_id: "person-2" }, tier: "monthly" },
    ]);
    for (const [field, word] of [
      ["expiry", "over"],
      ["tier", "yearly"],
      ["q", "person-1"],
    ] as const)
      expect(await list({ [field]: word }, listMemberships), word).toEqual([]);
    const contact_id = toWireId("contact", people[2] ?? "");
    const { body } = await call(getContactCoupons, mine.apiKey, { params: { contact_id } });
    expect(body).toMatchObject({
      membership: { tier: "monthly" },
      codes: [],
      redemptions: [{ code: "MEMBER" }],
    });
  });

  it("exports what matches, without a cell that a spreadsheet would run", async () => {
    const accepted = await call(exportRedemptions, mine.apiKey, {
      body: { filter: { q: "OTHER" }, delimiter: ";" },
    });
    expect(accepted.status).toBe(202);
    while ((await runJobSlice(mine.ctx, toUuid(String(accepted.body.id).slice(4)), workOfJob)) !== "ended");
    const params = {
      workspace_id: toWireId("workspace", mine.workspaceId),
      job_id: String(accepted.body.id),
    };
    const file = await call(downloadFile, mine.apiKey, { params });
    expect(file.headers.get("content-disposition")).toMatch(/filename="redemptions-/);
    const [head, line, ...rest] = file.text.trim().split("\r\n");
    expect(head).toContain("status;code;offer");
    expect(line).toContain(";OTHER;Summer;;person-1;");
    expect(line).toContain(";'=1+1;");
    expect(line).toContain(";'=cmd|A1;");
    expect(rest).toEqual([]);
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(exportRedemptions, member, { body: { filter: {} } })).status).toBe(403);
  });

  it("shows a redemption that was taken back with why, and the monitor agrees", async () => {
    const [row] = await list({ q: "o-1" });
    await call(rollBack, mine.apiKey, { body: { redemption_id: row?.id, reason: "Returned" } });
    const { body } = await call(getRedemption, mine.apiKey, { params: { redemption_id: String(row?.id) } });
    expect(body).toMatchObject({
      status: "rolled_back",
      reversal_reason: "Returned",
      price: { list_minor: 1_000, paid_minor: 900, discount_minor: 100, currency: "TRY" },
      reversal: "always",
    });
    const report = await call(getInvariants, mine.apiKey, {});
    expect(report.body).toMatchObject({ off: 0, nightly: null });
  });
});
