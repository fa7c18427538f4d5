import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toUuid } from "@/lib/contracts/wire/ids";
import { channels } from "@/lib/domain/channels/channel";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { encodeSession } from "@/lib/platform/auth/session";
import { type Answer, call } from "@/lib/platform/testing/call";
import { GET as listContacts } from "../contacts/route";
import { GET as getProfile } from "../me/route";
import { GET as listWorkspaces } from "../workspaces/route";
import { POST as login } from "./login/route";
import { POST as refresh } from "./refresh/route";
import { POST as register } from "./register/route";

let lastAddress = 0;
/** Each case comes from an address of its own, so that limits do not meet. */
const from = () => {
  lastAddress += 1;
  return { "x-real-ip": `198.51.100.${lastAddress}` };
};

const password = "doğru at pil zımba";

function signUp(email: string, more: Record<string, unknown> = {}): Promise<Answer> {
  return call(register, {}, { headers: from(), body: { email, password, name: "Ayşe Yılmaz", ...more } });
}

const tokenOf = (answer: Answer) => ({ authorization: `Bearer ${String(answer.body.access_token)}` });

describe("sign-in over HTTP", () => {
  const database = useTestDatabase();
  let other: Scenario;
  beforeAll(async () => {
    other = await createScenario(database.sql);
  });

  it("makes an account, its workspace and everything to send with, at once", async () => {
    const answer = await signUp("Ayse@Example.com", { workspace_name: "Işık Çiçekçilik", locale: "tr" });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      user: { email: "ayse@example.com", locale: "tr" },
      workspace: { name: "Işık Çiçekçilik", slug: "isik-cicekcilik" },
    });
    const mine = await call(listWorkspaces, tokenOf(answer));
    expect(mine.body.data).toMatchObject([{ slug: "isik-cicekcilik", role: "owner" }]);
    const { id } = answer.body.workspace as { id: string };
    const scope = WorkspaceScope.mint(database.sql, toUuid(id.slice("wsp_".length)));
    const sandboxes = await scope.sql<{ channel: string }>`
      select channel from providers where workspace_id = ${scope.id} and kind = 'sandbox' and status = 'active'`;
    expect(sandboxes.map((row) => row.channel).sort()).toEqual([...channels].sort());
    expect(answer.text).not.toContain(password);
  });

  it("gives workspaces of the same name addresses of their own", async () => {
    const slugs = await Promise.all(
      ["a", "b", "c"].map(async (who) => {
        const answer = await signUp(`${who}@same.example`, { workspace_name: "Ocak" });
        return (answer.body.workspace as { slug: string }).slug;
      }),
    );
    expect(new Set(slugs).size).toBe(3);
  });

  it("creates one account when two people race with the same address", async () => {
    const answers = await Promise.all([signUp("race@example.com"), signUp("RACE@example.com")]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
    const orphans = await database.sql`
      select w.id from workspaces w where w.name = 'Ayşe Yılmaz'
      and not exists (select 1 from users u where u.name = 'Ayşe Yılmaz')`;
    expect(orphans).toHaveLength(0);
  });

  it("names what is wrong with a sign-up and keeps nothing", async () => {
    const answer = await signUp("not an address", { password: "short", time_zone: "Mars/Base", plan: "pro" });
    expect(answer.status).toBe(400);
    const pointers = (answer.body.errors as { pointer: string }[]).map((error) => error.pointer).sort();
    expect(pointers).toEqual(["email", "password", "plan", "time_zone"]);
  });

  it("refuses a password that is the address or one letter over and over", async () => {
    const same = await signUp("long-enough@example.com", { password: "Long-Enough@example.com" });
    expect(same.body.errors).toMatchObject([{ pointer: "password", code: "weak_password_is_email" }]);
    const repeated = await signUp("r@example.com", { password: "aaaaaaaaaaaa" });
    expect(repeated.body.errors).toMatchObject([{ code: "weak_password_repeats" }]);
  });

  it("answers a wrong password and an unknown address alike", async () => {
    await signUp("known@example.com");
    const wrong = await call(
      login,
      {},
      { headers: from(), body: { email: "known@example.com", password: "wrong" } },
    );
    const unknown = await call(
      login,
      {},
      { headers: from(), body: { email: "nobody@example.com", password: "wrong" } },
    );
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const { instance: _, ...a } = wrong.body;
    const { instance: __, ...b } = unknown.body;
    expect(a).toEqual(b);
  });

  it("stops guesses at one account before looking at the password, right or wrong", async () => {
    await signUp("guessed@example.com");
    const headers = from();
    const tryPassword = (text: string) =>
      call(login, {}, { headers, body: { email: "guessed@example.com", password: text } });
    for (let guess = 0; guess < 5; guess += 1) expect((await tryPassword(`guess ${guess}`)).status).toBe(401);
    const blocked = await tryPassword(password);
    expect(blocked.status).toBe(429);
    expect(Number(blocked.headers.get("retry-after"))).toBeGreaterThan(0);
    const elsewhere = await call(
      login,
      {},
      { headers: from(), body: { email: "GUESSED@example.com", password } },
    );
    expect(elsewhere.status).toBe(200);
  });

  it("does not take somebody who knows the password for a guesser", async () => {
    await signUp("often@example.com");
    const headers = from();
    for (let time = 0; time < 8; time += 1) {
      const answer = await call(login, {}, { headers, body: { email: "often@example.com", password } });
      expect(answer.status).toBe(200);
    }
  });

  it("lets an access token act in a workspace of its person and in no other", async () => {
    const person = await signUp("api@example.com");
    const { slug } = person.body.workspace as { slug: string };
    const inside = await call(listContacts, { ...tokenOf(person), "x-workspace-id": slug });
    expect(inside.status).toBe(200);
    const foreign = await call(listContacts, { ...tokenOf(person), "x-workspace-id": other.slug });
    const invented = await call(listContacts, { ...tokenOf(person), "x-workspace-id": "no-such-workspace" });
    expect([foreign.status, invented.status]).toEqual([404, 404]);
    expect((await call(listContacts, tokenOf(person))).status).toBe(400);
  });

  it("refuses tokens that are expired, forged, unsigned or of another kind", async () => {
    const person = await signUp("forge@example.com");
    const userId = String((person.body.user as { id: string }).id);
    const session = { userId: await uuidOf("forge@example.com"), sessionEpoch: 0 };
    const claims = () =>
      new SignJWT({ epoch: 0 })
        .setSubject(session.userId)
        .setIssuer("pushpilot")
        .setAudience("pushpilot-api");
    const bad = [
      await signAccessToken(session, new Date(Date.now() - 3_600_000)),
      await claims()
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode("another secret, another secret, another")),
      await claims()
        .setProtectedHeader({ alg: "HS256" })
        .setExpirationTime("1h")
        .sign(purposeKey("access_tokens")),
      await claims()
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
        .setExpirationTime("1h")
        .sign(purposeKey("session")),
      await encodeSession(session),
      String(person.body.refresh_token),
      `${btoa('{"alg":"none","typ":"at+jwt"}')}.${btoa(JSON.stringify({ sub: session.userId, epoch: 0 }))}.`,
      userId,
    ];
    for (const token of bad) {
      const answer = await call(getProfile, { authorization: `Bearer ${token}` });
      expect(answer.status, token.slice(0, 40)).toBe(401);
    }
  });

  it("does not take an API key for a person", async () => {
    expect((await call(getProfile, other.apiKey)).status).toBe(401);
  });

  it("renews a pair once and ends the whole sign-in when a refresh token comes back", async () => {
    const person = await signUp("rotate@example.com");
    const first = String(person.body.refresh_token);
    const second = await trade(first);
    expect(second.status).toBe(200);
    expect((await call(getProfile, tokenOf(second))).status).toBe(200);
    const reused = await trade(first);
    expect(reused).toMatchObject({ status: 401, body: { reason: "refresh_token_invalid" } });
    expect((await trade(String(second.body.refresh_token))).status).toBe(401);
    const again = await call(login, {}, { headers: from(), body: { email: "rotate@example.com", password } });
    expect((await trade(String(again.body.refresh_token))).status).toBe(200);
  });

  it("gives at most one new pair when a refresh token is used many times at once", async () => {
    const person = await signUp("storm@example.com");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => trade(String(person.body.refresh_token))),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const left = await database.sql`
      select 1 from refresh_tokens t join users u on u.id = t.user_id where u.email = 'storm@example.com'`;
    expect(left).toHaveLength(0);
  });

  it("keeps neither passwords nor refresh tokens in the clear", async () => {
    const person = await signUp("secret@example.com");
    const [row] = await database.sql`select password_hash from users where email = 'secret@example.com'`;
    expect(row?.passwordHash).toMatch(/^argon2id\$/);
    const found = await database.sql`
      select 1 from refresh_tokens where token_hash = ${String(person.body.refresh_token)}`;
    expect(found).toHaveLength(0);
  });

  const trade = (token: string) => call(refresh, {}, { headers: from(), body: { refresh_token: token } });

  async function uuidOf(email: string): Promise<string> {
    const [row] = await database.sql<{ id: string }[]>`select id from users where email = ${email}`;
    return row?.id ?? "";
  }
});
