import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import type { IdentityProvider } from "@/lib/domain/users/user";
import { encodeSession } from "@/lib/platform/auth/session";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { DELETE as disconnect, GET as listIdentities } from "./route";

describe("the accounts elsewhere that sign somebody in", () => {
  const database = useTestDatabase();

  async function person(providers: IdentityProvider[], passwordHash: string | null = null) {
    const id = newId();
    await database.sql`
      insert into users (id, email, name, password_hash) values (${id}, ${`${id}@example.com`}, 'Deniz', ${passwordHash})`;
    for (const provider of providers)
      await database.sql`
        insert into user_identities (provider, provider_account_id, user_id) values (${provider}, ${newId()}, ${id})`;
    const cookie = `next-auth.session-token=${await encodeSession({ userId: id, sessionEpoch: 0 })}`;
    return { id, browser: { cookie } };
  }

  const identitiesOf = async (browser: Record<string, string>) =>
    ((await call(listIdentities, browser)).body.data as { provider: string }[]).map(
      ({ provider }) => provider,
    );
  const drop = (browser: Record<string, string>, provider: string) =>
    call(disconnect, browser, { query: { provider } });

  it("are listed for the person alone, and say which is the only way in", async () => {
    const { browser } = await person(["google"]);
    await person(["apple"]);
    const { body } = await call(listIdentities, browser);
    expect(body.data).toEqual([
      { provider: "google", connected_at: expect.any(String), is_only_way_in: true },
    ]);
    const { browser: withPassword } = await person(["google"], "hash");
    expect((await call(listIdentities, withPassword)).body.data).toMatchObject([{ is_only_way_in: false }]);
  });

  it("are disconnected one by one, of this person alone, and noted for the team", async () => {
    const { scope, workspaceId } = await createScenario(database.sql);
    const { id, browser } = await person(["google", "apple"], "hash");
    const { browser: stranger } = await person(["google"], "hash");
    await scope.sql`insert into members (workspace_id, user_id, role) values (${workspaceId}, ${id}, 'member')`;
    expect((await drop(browser, "google")).status).toBe(204);
    expect(await identitiesOf(browser)).toEqual(["apple"]);
    expect(await identitiesOf(stranger)).toEqual(["google"]);
    expect((await drop(browser, "google")).status).toBe(404);
    const noted = await scope.sql`
      select before from audit_log where workspace_id = ${workspaceId} and action = 'user.identity_disconnected'`;
    expect(noted).toEqual([{ before: { provider: "google" } }]);
  });

  it("keep the last way in, also when two are taken at once", async () => {
    const { browser } = await person(["google", "apple"]);
    const answers = await Promise.all([drop(browser, "google"), drop(browser, "apple")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [left = ""] = await identitiesOf(browser);
    expect(await drop(browser, left)).toMatchObject({ status: 409, body: { reason: "last_way_in" } });
    expect(await identitiesOf(browser)).toEqual([left]);
  });

  it("are those of known providers, and nobody's for an API key", async () => {
    const { browser } = await person(["google"], "hash");
    expect((await drop(browser, "github")).body.errors).toMatchObject([{ pointer: "provider" }]);
    const { apiKey } = await createScenario(database.sql);
    expect((await call(listIdentities, apiKey)).status).toBe(401);
  });
});
