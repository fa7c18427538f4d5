import { generateKeyPair, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { provideEnv } from "@/lib/platform/env";
import { type Answer, call } from "@/lib/platform/testing/call";
import { type OidcIssuer, startOidcIssuer } from "@/lib/platform/testing/oidc-issuer";
import { GET as getProfile } from "../me/route";
import { GET as listWorkspaces } from "../workspaces/route";
import { POST as apple } from "./apple/route";
import { POST as google } from "./google/route";
import { POST as refresh } from "./refresh/route";
import { POST as register } from "./register/route";

let lastAddress = 0;
const from = () => {
  lastAddress += 1;
  return { "x-real-ip": `203.0.113.${lastAddress}` };
};

describe("sign-in with a provider's ID token", () => {
  const database = useTestDatabase();
  let issuer: OidcIssuer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
  });
  afterAll(() => issuer.close());
  beforeEach(() => {
    issuer.isDown = false;
    provideEnv({
      GOOGLE_ISSUER: issuer.url,
      GOOGLE_CLIENT_ID: issuer.clientId,
      GOOGLE_APP_CLIENT_IDS: "ios.app, android.app",
      APPLE_ISSUER: issuer.url,
      APPLE_CLIENT_ID: "",
      APPLE_APP_CLIENT_IDS: "",
    });
  });

  const personOf = (who: string, more: JWTPayload = {}): JWTPayload => ({
    sub: `sub-${who}`,
    email: `${who}@example.com`,
    email_verified: true,
    name: "Ayşe Yılmaz",
    ...more,
  });

  const present = (idToken: string, more: Record<string, unknown> = {}, route = google): Promise<Answer> =>
    call(route, {}, { headers: from(), body: { id_token: idToken, ...more } });

  const accounts = async (email: string): Promise<number> =>
    (await database.sql`select 1 from users where email = ${email}`).length;

  it("makes an account with a workspace the first time, and finds it again by the provider's id for it", async () => {
    const first = await present(await issuer.sign(personOf("first")), { locale: "tr" });
    expect(first.status, first.text).toBe(200);
    expect(first.body).toMatchObject({
      token_type: "Bearer",
      user: { email: "first@example.com", locale: "tr" },
    });
    const bearer = { authorization: `Bearer ${String(first.body.access_token)}` };
    expect((await call(getProfile, bearer)).body).toMatchObject({ has_password: false });
    expect((await call(listWorkspaces, bearer)).body.data).toMatchObject([{ role: "owner" }]);
    const renewed = await call(
      refresh,
      {},
      { headers: from(), body: { refresh_token: first.body.refresh_token } },
    );
    expect(renewed.status).toBe(200);
    const later = await present(await issuer.sign(personOf("first", { email: "moved@example.com" })));
    expect(later.body.user).toEqual(first.body.user);
    expect(await accounts("moved@example.com")).toBe(0);
  });

  it("takes the tokens of the apps that are named and of no other", async () => {
    for (const aud of ["ios.app", "android.app"]) {
      expect((await present(await issuer.sign(personOf("apps", { aud })))).status).toBe(200);
    }
    const foreign = await present(await issuer.sign(personOf("apps", { aud: "somebody.elses.app" })));
    expect(foreign).toMatchObject({ status: 401, body: { reason: "identity_token_invalid", claim: "aud" } });
  });

  it("does not hand an account with a password to whoever has its address at the provider, verified or not", async () => {
    const body = { email: "taken@example.com", password: "doğru at pil zımba", name: "Somebody" };
    await call(register, {}, { headers: from(), body });
    const verified = await present(await issuer.sign(personOf("taken", { email: "Taken@Example.com" })));
    expect(verified).toMatchObject({ status: 409, body: { reason: "account_exists" } });
    const unverified = await present(await issuer.sign(personOf("taken", { email_verified: false })));
    expect(unverified).toMatchObject({ status: 403, body: { reason: "email_not_verified" } });
    expect(await database.sql`select 1 from user_identities where provider_account_id = 'sub-taken'`).toEqual(
      [],
    );
  });

  it.each([
    ["unverified", { email_verified: false }],
    ["said nothing of", { email_verified: undefined }],
    ["unverified in a string", { email_verified: "false" }],
    ["absent", { email: undefined }],
    ["called verified by a list", { email_verified: ["true"] }],
    ["no address", { email: `"><script>alert(1)</script>` }],
    ["no text that can be kept", { email: "nobody\u0000@example.com" }],
  ])("makes no account for an address that is %s", async (_, claims) => {
    const answer = await present(await issuer.sign(personOf("nobody", claims)));
    expect(answer).toMatchObject({ status: 403, body: { reason: "email_not_verified" } });
    expect(await accounts("nobody@example.com")).toBe(0);
  });

  it("keeps no name that is no text, and of a long one as much as a profile holds", async () => {
    const broken = await present(await issuer.sign(personOf("broken", { name: "Ay\ud83d" })), {
      name: "Ayşe",
    });
    expect(broken.body.user, broken.text).toMatchObject({ name: "Ayşe" });
    const nul = await present(await issuer.sign(personOf("nul", { name: "Ay\u0000şe" })));
    expect(nul.body.user, nul.text).toMatchObject({ name: "nul" });
    const long = await present(
      await issuer.sign(personOf("long", { name: `${"a".repeat(119)}😀${"b".repeat(2_000)}` })),
    );
    expect(long.body.user, long.text).toMatchObject({ name: "a".repeat(119) });
  });

  it("refuses a provider's id that cannot be kept", async () => {
    for (const sub of ["sub\u0000", "sub\ud83d"]) {
      const answer = await present(await issuer.sign(personOf("odd", { sub })));
      expect(answer).toMatchObject({ status: 401, body: { reason: "identity_token_invalid", claim: "sub" } });
    }
    expect(await accounts("odd@example.com")).toBe(0);
  });

  it("refuses tokens that are forged, stale, of another issuer or not tokens at all", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const claims = personOf("forger");
    const unsigned = [{ alg: "none" }, { ...claims, iss: issuer.url, aud: issuer.clientId }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const bad: [string, string][] = [
      [await issuer.sign(claims, { key: privateKey }), "signature"],
      [await issuer.sign(claims, { kid: "unknown" }), "signature"],
      [
        await issuer.sign(claims, { alg: "HS256", key: new TextEncoder().encode(issuer.clientSecret) }),
        "signature",
      ],
      [await issuer.sign(claims, { expiresIn: "-1 minute" }), "exp"],
      [await issuer.sign({ ...claims, iss: "https://accounts.google.com" }), "iss"],
      [await issuer.sign({ ...claims, sub: undefined }), "sub"],
      [`${unsigned}.`, "signature"],
      ["nonsense", "signature"],
    ];
    for (const [token, claim] of bad) {
      const answer = await present(token);
      expect(answer, token).toMatchObject({ status: 401, body: { reason: "identity_token_invalid", claim } });
    }
    expect(await accounts("forger@example.com")).toBe(0);
  });

  it("holds the token to the nonce that the app names", async () => {
    const token = await issuer.sign(personOf("nonce", { nonce: "n-1" }));
    expect((await present(token, { nonce: "n-2" })).body).toMatchObject({ claim: "nonce" });
    expect((await present(token, { nonce: "n-1" })).status).toBe(200);
    expect((await present(await issuer.sign(personOf("nonce")), { nonce: "n-1" })).status).toBe(401);
  });

  it("keeps one provider's ids apart from the other's, and takes the name that Apple tells the app", async () => {
    provideEnv({ APPLE_APP_CLIENT_IDS: "com.example.app" });
    const byGoogle = await present(await issuer.sign(personOf("same")));
    const claims = {
      sub: "sub-same",
      aud: "com.example.app",
      email: "other@example.com",
      email_verified: "true",
    };
    const byApple = await present(await issuer.sign(claims), { name: "Deniz Ak" }, apple);
    expect(byApple.body.user).toMatchObject({ email: "other@example.com", name: "Deniz Ak" });
    expect(byApple.body.user).not.toEqual(byGoogle.body.user);
    expect((await present(await issuer.sign({ ...claims, aud: issuer.clientId }), {}, apple)).status).toBe(
      401,
    );
  });

  it("says which settings are missing where a provider is not set up", async () => {
    const answer = await present(await issuer.sign(personOf("early")), {}, apple);
    expect(answer).toMatchObject({ status: 422, body: { reason: "identity_provider_not_configured" } });
    expect(answer.body.detail).toContain("APPLE_CLIENT_ID, APPLE_APP_CLIENT_IDS");
  });

  it("names wrong fields and limits how often one address may try", async () => {
    const wrong = await call(google, {}, { headers: from(), body: { token: "x", time_zone: "Mars/Base" } });
    expect(wrong.status).toBe(400);
    const pointers = (wrong.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort();
    expect(pointers).toEqual(["id_token", "time_zone", "token"]);
    const headers = from();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => call(google, {}, { headers, body: { id_token: "nonsense" } })),
    );
    expect(tries.map(({ status }) => status)).toContain(429);
  });

  it("asks for keys once, and follows the issuer to a new key", async () => {
    const own = await startOidcIssuer();
    provideEnv({ GOOGLE_ISSUER: own.url });
    for (const who of ["k1", "k2", "k3"])
      expect((await present(await own.sign(personOf(who)))).status).toBe(200);
    expect(own.keyRequests).toBe(1);
    await own.changeKey();
    // An unknown key is looked for again at most twice a minute.
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
    expect((await present(await own.sign(personOf("k4")))).status).toBe(200);
    expect(own.keyRequests).toBe(2);
    vi.useRealTimers();
    await own.close();
  });

  it("says that the provider cannot be reached, and tries again the next time", async () => {
    const own = await startOidcIssuer();
    provideEnv({ GOOGLE_ISSUER: own.url });
    own.isDown = true;
    const token = await own.sign(personOf("patient"));
    expect(await present(token)).toMatchObject({
      status: 503,
      body: { reason: "identity_provider_unreachable" },
    });
    own.isDown = false;
    expect((await present(token)).status).toBe(200);
    await own.close();
  });
});
