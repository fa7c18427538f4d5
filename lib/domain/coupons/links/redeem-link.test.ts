import { beforeAll, describe, expect, it } from "vitest";
import { GET as showQr } from "@/app/(public)/r/[token]/qr.svg/route";
import { GET as show } from "@/app/(public)/r/[token]/route";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { readRedeemToken, redeemTokenOf } from "./redeem-link";

describe("a redeem link", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let batchId: string;
  let offerId: string;
  let holder: string;
  let stranger: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    ({ batchId, offerId } = await insertTestBatch(mine.scope, {
      codes: ["LINK-7K3M"],
      offerName: "Spring <b>",
      endsAt: new Date("2031-01-01T00:00:00+03:00"),
    }));
    [holder, stranger] = [newId(), newId()];
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags, locale)
      select ${mine.workspaceId}, c.id, '{}', '{}', 'tr' from unnest(${[holder, stranger]}::uuid[]) c(id)`;
    await mine.scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      values (${mine.workspaceId}, ${newId()}, ${holder}, ${batchId}, 0)`;
  });

  const tokenOf = (contactId: string, codeKey = "11NK7K3M", workspaceId = mine.workspaceId) =>
    redeemTokenOf({ workspaceId, contactId, codeKey, expiresAt: null });
  const open = async (token: string, route = show) => {
    const answer = await route(new Request("http://localhost/r/x"), { params: Promise.resolve({ token }) });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const setOffer = (state: string, endsAt: string) => mine.scope.sql`
    update offers set state = ${state}, ends_at = ${endsAt}::timestamptz
    where workspace_id = ${mine.workspaceId} and id = ${offerId}`;

  it("gives back what it was made of, and nothing once a single sign of it is another", () => {
    const claim = {
      workspaceId: newId(),
      contactId: newId(),
      codeKey: "7K3MZ0QW4T",
      expiresAt: new Date("2030-01-01T00:00:00Z"),
    };
    const token = redeemTokenOf(claim);
    expect(readRedeemToken(token)).toEqual(claim);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      expect(readRedeemToken(token.slice(0, at) + other + token.slice(at + 1)), String(at)).toBeUndefined();
    }
    for (const wrong of ["", "x", `${token}=`, token.slice(0, -1), "A".repeat(400)])
      expect(readRedeemToken(wrong)).toBeUndefined();
  });

  it("shows its holder the offer, the code and a QR code, in their language", async () => {
    const { status, text, headers } = await open(tokenOf(holder));
    expect(status).toBe(200);
    expect(text).toContain('lang="tr"');
    expect(text).toContain("LINK-7K3M");
    expect(text).toContain("Kodunuz: Spring &lt;b&gt;");
    expect(text).toContain("Son gün 31 Aralık 2030");
    expect(text).toContain("Kullanıma hazır");
    expect(text).toContain("<svg");
    expect(text).not.toContain("href=");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const picture = await open(tokenOf(holder), showQr);
    expect(picture.status).toBe(200);
    expect(picture.text).toMatch(/^<svg/);
  });

  it("says what became of the offer and of the code", async () => {
    const later = "2031-01-01T00:00:00+03:00";
    await setOffer("paused", later);
    expect((await open(tokenOf(holder))).text).toContain("durdurulmuş");
    await setOffer("active", "2026-01-01T00:00:00Z");
    expect((await open(tokenOf(holder))).text).toContain("sona erdi");
    await setOffer("active", later);
    await mine.scope.sql`
      insert into offer_counters (workspace_id, offer_id, uses_max, taken) values (${mine.workspaceId}, ${offerId}, 3, 3)
      on conflict (workspace_id, offer_id) do update set uses_max = 3, taken = 3`;
    expect((await open(tokenOf(holder))).text).toContain("sona erdi");
    await mine.scope.sql`
      update offer_counters set uses_max = null, taken = 0 where workspace_id = ${mine.workspaceId} and offer_id = ${offerId}`;
    await mine.scope.sql`
      update offers set uses_per_code_max = 1 where workspace_id = ${mine.workspaceId} and id = ${offerId}`;
    await mine.scope.sql`
      update coupon_codes set uses = 1 where workspace_id = ${mine.workspaceId} and batch_id = ${batchId}`;
    const used = (await open(tokenOf(holder))).text;
    expect(used).toContain("Bu kod kullanılmış");
    expect(used).not.toContain("<svg");
  });

  it("never shows a code to whom it was not given, nor one that is none", async () => {
    for (const token of [tokenOf(stranger), tokenOf(holder, "ANOTHER"), tokenOf(newId())]) {
      const { text } = await open(token);
      expect(text).not.toContain("LINK-7K3M");
      expect((await open(token, showQr)).status).toBe(404);
    }
  });

  it("refuses every wrong token with the same words", async () => {
    const token = tokenOf(holder);
    const wrong = [token.slice(0, -2), "nonsense", tokenOf(holder, "11NK7K3M", newId()), "..%2f"];
    const answers = await Promise.all(wrong.map((one) => open(one)));
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(text.replace(/nonce-[^']*/g, "")).toBe(answers[0]?.text.replace(/nonce-[^']*/g, ""));
    }
  });
});
