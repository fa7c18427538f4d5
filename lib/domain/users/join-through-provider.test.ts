import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { VisitorContext } from "@/lib/platform/context/visitor-context";
import { newId } from "@/lib/platform/ids";
import { joinThroughProvider, type ProviderProfile } from "./join-through-provider";

describe("joinThroughProvider", () => {
  const database = useTestDatabase();
  const visitor = () =>
    new VisitorContext(database.sql, { requestId: "req_test", ip: null, userAgent: null });

  const profileOf = (email: string, more: Partial<ProviderProfile> = {}): ProviderProfile => ({
    provider: "google",
    providerAccountId: `google-${email}`,
    email,
    isEmailVerified: true,
    name: "Ayşe Yılmaz",
    locale: "tr",
    timeZone: "Europe/Istanbul",
    ...more,
  });

  it("makes an account and a workspace the first time and finds them again, whatever the address is by then", async () => {
    const first = await joinThroughProvider(visitor(), profileOf("First@example.com"));
    expect(first).toMatchObject({ email: "first@example.com", passwordHash: null });
    const later = profileOf("renamed@example.com", { providerAccountId: "google-First@example.com" });
    expect((await joinThroughProvider(visitor(), later))?.id).toBe(first?.id);
  });

  it("does not hand an existing account to whoever owns its address elsewhere", async () => {
    await database.sql`
      insert into users (id, email, name, password_hash) values (${newId()}, 'taken@example.com', 'Somebody', 'x')`;
    await expect(joinThroughProvider(visitor(), profileOf("taken@example.com"))).rejects.toMatchObject({
      details: { reason: "account_exists" },
    });
  });

  it("joins an identity to the person who is signed in, and to nobody else afterwards", async () => {
    const [mine, other] = [newId(), newId()];
    for (const id of [mine, other]) {
      await database.sql`insert into users (id, email, name) values (${id}, ${`${id}@example.com`}, 'Somebody')`;
    }
    const profile = profileOf("work@example.com");
    expect((await joinThroughProvider(visitor(), profile, mine))?.id).toBe(mine);
    await expect(joinThroughProvider(visitor(), profile, other)).rejects.toMatchObject({
      details: { reason: "identity_of_another_account" },
    });
    expect((await joinThroughProvider(visitor(), profile))?.id).toBe(mine);
  });

  it("leaves a trace of the new way in wherever the person is a member, once", async () => {
    const { scope, workspaceId } = await createScenario(database.sql);
    const userId = newId();
    await database.sql`insert into users (id, email, name) values (${userId}, 'member@example.com', 'Ada')`;
    await scope.sql`insert into members (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'member')`;
    const profile = profileOf("traced@example.com");
    for (let time = 0; time < 2; time += 1) await joinThroughProvider(visitor(), profile, userId);
    const entries = await scope.sql`
      select actor_id, target_id, after, request_id from audit_log
      where workspace_id = ${workspaceId} and action = 'user.identity_connected'`;
    expect(entries).toEqual([
      { actorId: userId, targetId: userId, after: { provider: "google" }, requestId: "req_test" },
    ]);
  });

  it("joins an identity to one of two people who claim it at once, and refuses the other", async () => {
    const people = [newId(), newId()];
    for (const id of people)
      await database.sql`insert into users (id, email, name) values (${id}, ${`${id}@example.com`}, 'Somebody')`;
    const profile = profileOf("claimed@example.com");
    const claims = await Promise.allSettled(people.map((id) => joinThroughProvider(visitor(), profile, id)));
    const owner = await joinThroughProvider(visitor(), profile);
    expect(claims.map((claim) => claim.status === "fulfilled" && claim.value?.id)).toEqual(
      people.map((id) => id === owner?.id && id),
    );
  });

  it("takes no address that the provider has not verified", async () => {
    const profile = profileOf("unverified@example.com", { isEmailVerified: false });
    await expect(joinThroughProvider(visitor(), profile)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("makes one account when two windows finish at once", async () => {
    const profile = profileOf("twice@example.com");
    await Promise.allSettled([1, 2, 3].map(() => joinThroughProvider(visitor(), profile)));
    const found = await database.sql`select 1 from users where email = 'twice@example.com'`;
    expect(found).toHaveLength(1);
  });
});
