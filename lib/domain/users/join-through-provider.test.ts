import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
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
