import { beforeEach, describe, expect, it } from "vitest";
import { findUserByEmail } from "@/db/queries/system/accounts";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { previewOf } from "@/lib/domain/providers/sandbox/message-preview";
import { joinThroughProvider } from "@/lib/domain/users/join-through-provider";
import { mailPasswordReset } from "@/lib/domain/users/open-password-reset";
import { openResetRequest } from "@/lib/domain/users/reset-request";
import { limitMails } from "@/lib/platform/auth/limit-guesses";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { provideEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { type Answer, call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { GET as getProfile } from "../me/route";
import { POST as login } from "./login/route";
import { POST as complete } from "./password-reset/complete/route";
import { POST as request } from "./password-reset/route";
import { POST as refresh } from "./refresh/route";
import { POST as register } from "./register/route";

let lastAddress = 0;
const from = () => {
  lastAddress += 1;
  return { "x-real-ip": `192.0.2.${lastAddress}` };
};

const password = "doğru at pil zımba";
const newPassword = "yeni at pil zımba";

describe("a forgotten password", () => {
  const database = useTestDatabase();
  const system = () => SystemScope.mint(database.sql);
  const sandbox = useSandbox();
  beforeEach(() => {
    const { port } = new URL(sandbox.smtpUrl);
    provideEnv({
      PUSHPILOT_SMTP_URL: `smtp://installation:sandbox@127.0.0.1:${port}?security=none`,
      PUSHPILOT_MAIL_FROM: "pushpilot@example.com",
      PUSHPILOT_PUBLIC_URL: "https://push.example.com",
    });
  });

  const signUp = (email: string, more: object = {}): Promise<Answer> =>
    call(register, {}, { headers: from(), body: { email, password, name: "Ayşe Yılmaz", ...more } });
  const ask = (email: string, headers: Record<string, string> = from()): Promise<Answer> =>
    call(request, {}, { headers, body: { email } });
  const set = (token: string, text = newPassword): Promise<Answer> =>
    call(complete, {}, { headers: from(), body: { token, new_password: text } });
  const signIn = (email: string, text: string): Promise<Answer> =>
    call(login, {}, { headers: from(), body: { email, password: text } });

  async function takeRequests(): Promise<{ email: string }[]> {
    const events = await database.sql<{ data: Parameters<typeof openResetRequest>[0] }[]>`
      delete from workflow.outbox where name = 'users/password_reset.requested' returning data`;
    return events.map(({ data }) => ({ email: openResetRequest(data) }));
  }

  /** Does what the workflow does with each request that was left for it. */
  async function mailWhatIsAsked(): Promise<void> {
    for (const { email } of await takeRequests()) await mailPasswordReset(system(), email, new Date());
  }

  async function newestMailTo(email: string) {
    const { requests } = await sandbox.readMessages({ to: email });
    const [newest] = requests;
    return newest && previewOf("email", newest.content);
  }

  async function linkFor(email: string): Promise<string> {
    expect((await ask(email)).status).toBe(202);
    await mailWhatIsAsked();
    return (
      /\/reset-password\/([\w-]+)/.exec((await newestMailTo(email.toLowerCase()))?.body ?? "")?.[1] ?? ""
    );
  }

  it("is replaced by a link that the address gets, in the person's language, under the installation's own address", async () => {
    await signUp("mail@example.com", { locale: "tr" });
    const token = await linkFor("Mail@Example.com");
    const mail = await newestMailTo("mail@example.com");
    expect(mail).toMatchObject({ title: "PushPilot parolanızı yenileyin" });
    expect(mail?.html).toContain(`href="https://push.example.com/reset-password/${token}"`);
    expect((await set(token)).status).toBe(204);
    expect((await signIn("mail@example.com", newPassword)).status).toBe(200);
    expect((await signIn("mail@example.com", password)).status).toBe(401);
  });

  it("ends every session and token there was", async () => {
    const before = await signUp("sessions@example.com");
    await set(await linkFor("sessions@example.com"));
    const bearer = { authorization: `Bearer ${String(before.body.access_token)}` };
    expect((await call(getProfile, bearer)).status).toBe(401);
    const renewed = await call(
      refresh,
      {},
      { headers: from(), body: { refresh_token: before.body.refresh_token } },
    );
    expect(renewed.status).toBe(401);
  });

  it("is answered alike for an address that nobody has, after the same work, and writes to nobody", async () => {
    await signUp("known@example.com");
    for (const email of ["Known@example.com", "nobody@example.com"]) await ask(email);
    expect(await takeRequests()).toEqual([{ email: "known@example.com" }, { email: "nobody@example.com" }]);
    const [known, unknown] = [await ask("known@example.com"), await ask("nobody@example.com")];
    const { instance: _, ...a } = known.body;
    const { instance: __, ...b } = unknown.body;
    expect([unknown.status, b]).toEqual([known.status, a]);
    await mailWhatIsAsked();
    expect(await newestMailTo("nobody@example.com")).toBeUndefined();
  });

  it("opens once, even for two who press at the same moment", async () => {
    await signUp("once@example.com");
    const token = await linkFor("once@example.com");
    const answers = await Promise.all([set(token), set(token, "baska at pil zımba")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await set(token)).toMatchObject({ status: 409, body: { reason: "reset_link_closed" } });
  });

  it("does not open by a link that ran out, was replaced, was made up, or outlived a change of the password", async () => {
    await signUp("closed@example.com");
    const replaced = await linkFor("closed@example.com");
    const expired = await linkFor("closed@example.com");
    expect((await set(replaced)).status).toBe(409);
    await database.sql`update password_resets set expires_at = now() - interval '1 second'`;
    expect((await set(expired)).status).toBe(409);
    const outlived = await linkFor("closed@example.com");
    await database.sql`update users set session_epoch = session_epoch + 1 where email = 'closed@example.com'`;
    expect((await set(outlived)).status).toBe(409);
    expect((await set("pp_reset_made-up")).status).toBe(409);
    expect((await signIn("closed@example.com", password)).status).toBe(200);
  });

  it("does not open when another change of the password comes in between", async () => {
    await signUp("raced@example.com");
    const token = await linkFor("raced@example.com");
    const answer = await database.sql.begin(async (tx) => {
      await tx`update users set session_epoch = session_epoch + 1 where email = 'raced@example.com'`;
      const asked = set(token);
      const waiting = () => database.sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(waiting).toHaveLength(1);
      return { asked };
    });
    expect(await answer.asked).toMatchObject({ status: 409, body: { reason: "reset_link_closed" } });
    expect((await signIn("raced@example.com", password)).status).toBe(200);
  });

  it("is not replaced by a weak one, and the link is not used up by trying", async () => {
    await signUp("weak@example.com");
    const token = await linkFor("weak@example.com");
    expect((await set(token, "short")).body.errors).toMatchObject([{ pointer: "new_password" }]);
    expect((await set(token, "weak@example.com")).body.errors).toMatchObject([{ pointer: "new_password" }]);
    expect((await set(token)).status).toBe(204);
  });

  it("shuts out whoever had made the account under somebody else's address and joined an identity to it", async () => {
    await signUp("hers@example.com");
    const visitor = visitorFrom({ requestId: "req_test", ip: null, userAgent: null });
    const account = await findUserByEmail(system(), "hers@example.com");
    const trojan = {
      provider: "google",
      providerAccountId: "thief",
      email: "thief@example.com",
      isEmailVerified: true,
      name: "Thief",
      locale: "en",
      timeZone: "UTC",
    };
    expect((await joinThroughProvider(visitor, trojan, account?.id))?.id).toBe(account?.id);
    await set(await linkFor("hers@example.com"));
    expect((await joinThroughProvider(visitor, trojan))?.id).not.toBe(account?.id);
  });

  it("leaves the provider to somebody whose account was made through it", async () => {
    const visitor = visitorFrom({ requestId: "req_test", ip: null, userAgent: null });
    const own = {
      provider: "google",
      providerAccountId: "own",
      email: "own@example.com",
      isEmailVerified: true,
      name: "Own",
      locale: "en",
      timeZone: "UTC",
    };
    const made = await joinThroughProvider(visitor, own);
    await set(await linkFor("own@example.com"));
    expect((await joinThroughProvider(visitor, own))?.id).toBe(made?.id);
    expect((await signIn("own@example.com", newPassword)).status).toBe(200);
  });

  it("keeps link and address out of the events and the link out of the database, and notes the change for the team", async () => {
    const person = await signUp("quiet@example.com");
    await ask("quiet@example.com");
    const [asked] = await database.sql<{ text: string }[]>`select data::text as text from workflow.outbox`;
    expect(asked?.text).not.toContain("quiet");
    const token = await linkFor("quiet@example.com");
    const kept = await database.sql`
      select to_jsonb(r)::text as text from password_resets r union all select data::text from workflow.outbox`;
    expect(JSON.stringify(kept)).not.toContain(token);
    await set(token);
    const noted = await system()
      .sql`select 1 from audit_log where action = 'user.password_reset' and target_name = ${String(
      (person.body.user as { name: string }).name,
    )}`;
    expect(noted.length).toBeGreaterThan(0);
  });

  it("limits how often one address can be written to, whoever asks, known or not", async () => {
    for (const email of ["much@example.com", "unknown-much@example.com"]) {
      for (let time = 0; time < 3; time += 1) expect((await ask(email)).status).toBe(202);
      const limited = await ask(email);
      expect(limited.status).toBe(429);
      expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });

  it("cannot be kept from somebody by a caller who may ask no more", async () => {
    const greedy = { ip: "198.51.100.9", headers: { "x-real-ip": "198.51.100.9" } };
    for (let n = 0; n < 20; n += 1) await limitMails(database.sql, `other${n}@example.com`, greedy.ip);
    for (let n = 0; n < 3; n += 1) expect((await ask("kept@example.com", greedy.headers)).status).toBe(429);
    expect((await ask("kept@example.com")).status).toBe(202);
  });

  it("names what is wrong, and the settings that are missing", async () => {
    expect((await ask("not an address")).body.errors).toMatchObject([{ pointer: "email" }]);
    provideEnv({ PUSHPILOT_SMTP_URL: "", PUSHPILOT_MAIL_FROM: "" });
    const answer = await ask("known@example.com");
    expect(answer).toMatchObject({ status: 422, body: { reason: "mail_not_configured" } });
    expect(answer.body.detail).toContain("PUSHPILOT_SMTP_URL");
  });

  it("is tried again when the mail server is away", async () => {
    const id = newId();
    await database.sql`insert into users (id, email, name) values (${id}, 'away@example.com', 'Away')`;
    provideEnv({
      PUSHPILOT_SMTP_URL: "smtp://127.0.0.1:1?security=none",
      PUSHPILOT_MAIL_FROM: "a@example.com",
    });
    await expect(mailPasswordReset(system(), "away@example.com", new Date())).rejects.toMatchObject({
      code: "provider_unavailable",
    });
  });
});
