import { beforeEach, describe, expect, it } from "vitest";
import { POST as createApiKey } from "@/app/api/v1/api-keys/route";
import { POST as refresh } from "@/app/api/v1/auth/refresh/route";
import { POST as register } from "@/app/api/v1/auth/register/route";
import { GET as getProfile } from "@/app/api/v1/me/route";
import { GET as listProviders } from "@/app/api/v1/providers/route";
import { findCredentials } from "@/db/queries/providers/find-provider";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { readUnsubscribeToken, unsubscribeUrlOf } from "@/lib/domain/contacts/unsubscribe/unsubscribe-link";
import { env, provideEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { createProvider } from "../create-provider";
import { resealSecrets } from "./reseal-secrets";
import { openCredentials } from "./sealed-credentials";

const [oldest, former, present] = ["oldest", "former", "present"].map((name) => name.padEnd(40, "-secret-"));

describe("a changed secret", () => {
  const database = useTestDatabase();
  let team: Scenario;
  beforeEach(async () => {
    await database.sql.begin(async (sql) => {
      await sql`select set_config('app.system', 'on', true)`;
      await sql`delete from workspaces`;
    });
    use(former);
    team = await createScenario(database.sql);
  });

  const use = (secret: string | undefined, ...formerSecrets: (string | undefined)[]) =>
    provideEnv({ PUSHPILOT_SECRET: secret ?? "", PUSHPILOT_FORMER_SECRETS: formerSecrets.join(",") });

  const credentials = { host: "smtp.example.com", port: 587, security: "starttls", password: "gizli" };

  async function connect(): Promise<string> {
    const input = {
      kind: "smtp",
      name: "Mail",
      credentials: { ...credentials, fromAddress: "a@b.co" },
    } as const;
    return (await createProvider(team.ctx, input)).id;
  }

  async function open(providerId: string) {
    const stored = await findCredentials(team.scope, providerId);
    return openCredentials({ workspaceId: team.workspaceId, providerId }, stored?.credentials ?? "");
  }

  const reseal = () => resealSecrets(SystemScope.mint(database.sql));

  it("opens what former ones sealed, and needs them no more once all is sealed anew", async () => {
    use(oldest);
    const first = await connect();
    use(former, oldest);
    const second = await connect();
    use(present, former, oldest);
    const third = await connect();
    for (const id of [first, second, third]) expect(await open(id)).toMatchObject(credentials);
    expect(await reseal()).toEqual({ resealed: 2, current: 1, unreadable: [] });
    use(present);
    for (const id of [first, second, third]) expect(await open(id)).toMatchObject(credentials);
    expect(await reseal()).toEqual({ resealed: 0, current: 3, unreadable: [] });
    use(former, oldest);
    await expect(open(first)).rejects.toMatchObject({ details: { reason: "credentials_unreadable" } });
  });

  it("does not open what a secret sealed that it was not told, and leaves that as it is", async () => {
    const id = await connect();
    use(present);
    await expect(open(id)).rejects.toMatchObject({ details: { reason: "credentials_unreadable" } });
    expect(await reseal()).toEqual({
      resealed: 0,
      current: 0,
      unreadable: [`credentials ${team.workspaceId} ${id}`],
    });
    use(former);
    expect(await open(id)).toMatchObject(credentials);
  });

  it("goes through more rows than one page holds, of every workspace", async () => {
    await connect();
    for (const { scope, workspaceId } of [team, await createScenario(database.sql)]) {
      await scope.sql`
        insert into providers (workspace_id, id, channel, kind, name, credentials, credential_hints, rate_per_second)
        select ${workspaceId}, gen_random_uuid(), 'sms', 'sandbox', 'x', 'v1.00000000.a.b.c', '{}', 10
        from generate_series(1, 250)`;
    }
    use(present, former);
    const { resealed, unreadable } = await reseal();
    expect([resealed, unreadable.length]).toEqual([1, 500]);
  });

  it("repeats a kept answer that shows a secret, before and after it is sealed anew", async () => {
    const ask = () =>
      call(createApiKey, team.apiKey, {
        headers: { "idempotency-key": "one" },
        body: { name: "Shop", scopes: ["read"] },
      });
    const made = await ask();
    expect(made.status, made.text).toBe(201);
    use(present, former);
    expect((await ask()).text).toBe(made.text);
    expect(await reseal()).toMatchObject({ resealed: 1, unreadable: [] });
    use(present);
    expect((await ask()).text).toBe(made.text);
  });

  it("refuses a former one that no installation can have had, as a comma inside of it would leave", () => {
    use(present, "cut,off");
    expect(env).toThrow("PUSHPILOT_FORMER_SECRETS");
    use(present);
  });

  it("ends sessions and access tokens, told or not, and leaves keys, refresh tokens and links in mails", async () => {
    const owner = await signInMember(database.sql, team, "owner");
    const account = { email: `${newId()}@example.com`, password: "doğru at pil zımba", name: "Ayşe" };
    const headers = { "x-real-ip": "198.51.100.77" };
    const tokens = (await call(register, {}, { headers, body: account })).body;
    const bearer = { authorization: `Bearer ${String(tokens.access_token)}` };
    const link = unsubscribeUrlOf(team.workspaceId, newId(), "email").split("/u/")[1] ?? "";
    expect((await call(getProfile, bearer)).status).toBe(200);
    use(present, former);
    expect((await call(getProfile, bearer)).status).toBe(401);
    expect((await call(listProviders, owner)).status).toBe(401);
    expect((await call(listProviders, team.apiKey)).status).toBe(200);
    expect((await call(refresh, {}, { headers, body: { refresh_token: tokens.refresh_token } })).status).toBe(
      200,
    );
    expect(readUnsubscribeToken(link)).toMatchObject({ workspaceId: team.workspaceId, channel: "email" });
    use(present);
    expect(readUnsubscribeToken(link)).toBeUndefined();
  });
});
