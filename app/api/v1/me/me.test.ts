import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { encodeSession } from "@/lib/platform/auth/session";
import { type Answer, call } from "@/lib/platform/testing/call";
import { POST as refresh } from "../auth/refresh/route";
import { POST as register } from "../auth/register/route";
import { POST as changePassword } from "./password/route";
import { GET as getProfile, PATCH as updateProfile } from "./route";
import { DELETE as endOtherSessions } from "./sessions/route";

const password = "doğru at pil zımba";

describe("the signed-in person over HTTP", () => {
  const database = useTestDatabase();
  let scenario: Scenario;
  let people = 0;
  beforeAll(async () => {
    scenario = await createScenario(database.sql);
  });

  /** A person in the scenario's workspace, with a browser session and API tokens. */
  async function person() {
    people += 1;
    const email = `p${people}@example.com`;
    const body = { email, password, name: "Deniz" };
    const headers = { "x-real-ip": `198.51.100.${people}` };
    const tokens = await call(register, {}, { headers, body });
    const [row] = await database.sql<{ id: string }[]>`select id from users where email = ${email}`;
    const userId = row?.id ?? "";
    await scenario.scope
      .sql`insert into members (workspace_id, user_id, role) values (${scenario.workspaceId}, ${userId}, 'member')`;
    const token = await encodeSession({ userId, sessionEpoch: 0 });
    return { userId, tokens, browser: { cookie: `next-auth.session-token=${token}`, ...headers } };
  }

  const actionsOf = async (userId: string) =>
    (
      await scenario.scope.sql<{ action: string }>`
        select action from audit_log where workspace_id = ${scenario.workspaceId} and actor_id = ${userId} order by id`
    ).map((row) => row.action);

  it("changes language and zone, and tells the workspaces only of a new name", async () => {
    const { browser, userId } = await person();
    const moved = await call(updateProfile, browser, {
      body: { locale: "tr", time_zone: "Europe/Istanbul" },
    });
    expect(moved.body).toMatchObject({ locale: "tr", time_zone: "Europe/Istanbul", has_password: true });
    expect(await actionsOf(userId)).toEqual([]);
    await call(updateProfile, browser, { body: { name: "Deniz Kaya" } });
    expect(await actionsOf(userId)).toEqual(["user.renamed"]);
    expect((await call(getProfile, browser)).body).toMatchObject({ name: "Deniz Kaya", locale: "tr" });
  });

  it("names a language, a zone or a field that does not exist", async () => {
    const { browser } = await person();
    const answer = await call(updateProfile, browser, {
      body: { locale: "de", time_zone: "X", role: "owner" },
    });
    const pointers = (answer.body.errors as { pointer: string }[]).map((error) => error.pointer).sort();
    expect(pointers).toEqual(["locale", "role", "time_zone"]);
  });

  it("ends every other session and token with the password, and keeps this one going", async () => {
    const { browser, tokens, userId } = await person();
    const next = "yeni bir parola cümlesi";
    const answer = await call(changePassword, browser, {
      body: { current_password: password, new_password: next },
    });
    expect(answer.status).toBe(204);
    expect((await call(getProfile, browser)).status).toBe(401);
    expect((await call(getProfile, { authorization: `Bearer ${tokens.body.access_token}` })).status).toBe(
      401,
    );
    const traded = await call(refresh, {}, { body: { refresh_token: tokens.body.refresh_token } });
    expect(traded.status).toBe(401);
    expect((await call(getProfile, { cookie: newCookie(answer) })).status).toBe(200);
    expect(await actionsOf(userId)).toEqual(["user.password_changed"]);
    const log = await scenario.scope.sql`select * from audit_log where actor_id = ${userId}`;
    expect(JSON.stringify(log)).not.toContain(next);
  });

  it("changes nothing without the current password, and limits guesses at it", async () => {
    const { browser, userId } = await person();
    const body = { current_password: "wrong", new_password: "yeni bir parola cümlesi" };
    const refused = await call(changePassword, browser, { body });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: "current_password" }] } });
    expect((await call(getProfile, browser)).status).toBe(200);
    const answers = [];
    for (let guess = 0; guess < 5; guess += 1) answers.push(await call(changePassword, browser, { body }));
    expect(answers.at(-1)?.status).toBe(429);
    expect(await actionsOf(userId)).toEqual([]);
  });

  it("signs out everywhere else on request", async () => {
    const { browser } = await person();
    const answer = await call(endOtherSessions, browser, { headers: {} });
    expect(answer.status).toBe(204);
    expect((await call(getProfile, browser)).status).toBe(401);
    expect((await call(getProfile, { cookie: newCookie(answer) })).status).toBe(200);
  });

  it("takes no session cookie it did not make", async () => {
    const { userId } = await person();
    const planted = [
      "next-auth.session-token=planted-by-an-attacker",
      `next-auth.session-token=${btoa(JSON.stringify({ sub: userId, sessionEpoch: 0 }))}`,
      `__Secure-next-auth.session-token=${await encodeSession({ userId, sessionEpoch: 0 })}`,
      `next-auth.session-token=${await encodeSession({ userId, sessionEpoch: 1 })}`,
    ];
    for (const cookie of planted) expect((await call(getProfile, { cookie })).status, cookie).toBe(401);
  });

  it("refuses a change that another site sends along with the cookie", async () => {
    const { browser } = await person();
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await call(updateProfile, browser, { body: { name: "x" }, headers })).status).toBe(403);
  });

  it("asks strangers to sign in", async () => {
    expect((await call(getProfile, {})).status).toBe(401);
    expect((await call(updateProfile, {}, { body: { name: "x" } })).status).toBe(401);
    expect((await call(changePassword, {}, { body: { new_password: "long enough words" } })).status).toBe(
      401,
    );
    expect((await call(endOtherSessions, {})).status).toBe(401);
  });
});

const newCookie = (answer: Answer): string => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
