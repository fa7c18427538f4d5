import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { GET as listMessages } from "@/app/api/v1/sandbox/messages/route";
import { listOpenInvites, markInviteMailed } from "@/db/queries/invites";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { findInviteOffer } from "@/lib/domain/invites/find-invite-offer";
import { inviteEmailsMax } from "@/lib/domain/invites/invite";
import { type Role, roles } from "@/lib/domain/members/role";
import { activateProvider } from "@/lib/domain/providers/activate-provider";
import { createProvider } from "@/lib/domain/providers/create-provider";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { provideEnv, publicUrl } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { POST as renewInvite } from "./[invite_id]/renew/route";
import { POST as createInvites, GET as listInvites } from "./route";

type Sent = {
  id: string;
  email: string;
  url: string;
  mailed_at: string | null;
  mail: Record<string, unknown>;
};
type Message = { to: string; preview: { from: string; title: string; body: string; html: string } };

describe("the e-mail of an invite", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
  afterEach(() => provideEnv({ PUSHPILOT_SMTP_URL: "", PUSHPILOT_MAIL_FROM: "" }));

  const pathOf = (team: Scenario) => ({ workspace_id: toWireId("workspace", team.workspaceId) });

  async function invite(
    team: Scenario,
    who: Record<string, string> | string,
    email: string,
    role: Role = "member",
  ): Promise<Sent> {
    const body = { emails: [email], role };
    const answer = await call(createInvites, who, { params: pathOf(team), body });
    expect(answer.status, answer.text).toBe(201);
    return (answer.body.data as [Sent])[0];
  }

  async function messagesTo(email: string, who: Record<string, string> | string): Promise<Message[]> {
    const { body } = await call(listMessages, who, { query: { to: email } });
    return body.shown as Message[];
  }

  const sandboxPort = () => Number(new URL(sandbox.smtpUrl).port);

  /** The installation's own mail server; what it takes, the workspace's sandbox inbox shows. */
  async function mailedTeam(port = sandboxPort()): Promise<Scenario> {
    const team = await createScenario(database.sql);
    provideEnv({
      PUSHPILOT_SMTP_URL: `smtp://${team.workspaceId}:sandbox@127.0.0.1:${port}?security=none`,
      PUSHPILOT_MAIL_FROM: "pushpilot@example.com",
    });
    return team;
  }

  async function connectMailServer({ ctx, workspaceId: user }: Scenario): Promise<void> {
    const server = { host: "127.0.0.1", port: sandboxPort(), security: "none", user, password: "sandbox" };
    const { id: providerId } = await createProvider(ctx, {
      kind: "smtp",
      name: "Mail",
      credentials: { ...server, fromAddress: "team@example.com" },
    });
    await activateProvider(ctx, { providerId });
  }

  const isOpen = async ({ url }: Sent): Promise<boolean> => {
    const visitor = visitorFrom({ requestId: "req_test", ip: null, userAgent: null });
    return (await findInviteOffer(visitor, url.split("/invites/")[1] ?? ""))?.status === "invited";
  };

  it("goes through the installation's mail server, in the inviter's language, with names as they are", async () => {
    const team = await mailedTeam();
    const owner = await signInMember(database.sql, team, "owner");
    await database.sql`update users set locale = 'tr', name = 'Ayşe <b>Işık</b>' where name = 'A owner'`;
    const sent = await invite(team, owner, "deniz@example.com");
    expect(sent).toMatchObject({ mail: { status: "sent", detail: null }, mailed_at: expect.any(String) });
    const [message] = await messagesTo("deniz@example.com", owner);
    expect(message?.preview.title).toBe(`Ayşe <b>Işık</b> sizi davet ediyor: ${team.slug}`);
    expect(message?.preview.body).toContain(sent.url);
    expect(message?.preview.html).toContain(`href="${sent.url}"`);
    expect(message?.preview.html).toContain("Ayşe &lt;b&gt;Işık&lt;/b&gt;");
    const listed = await call(listInvites, owner, { params: pathOf(team) });
    expect(listed.body.data).toMatchObject([{ email: "deniz@example.com", mailed_at: sent.mailed_at }]);
    const audited = await team.scope.sql`
      select 1 from audit_log where workspace_id = ${team.workspaceId} and action = 'invite.mailed'`;
    expect(audited).toHaveLength(1);
  });

  it("links to the installation's own address, whatever host the request names", async () => {
    const team = await mailedTeam();
    const owner = await signInMember(database.sql, team, "owner");
    const lying = { ...owner, host: "evil.example.com", "x-forwarded-proto": "https" };
    const first = await invite(team, lying, "lured@example.com");
    const params = { ...pathOf(team), invite_id: first.id };
    await call(renewInvite, lying, { params, body: "" });
    const messages = await messagesTo("lured@example.com", owner);
    expect(messages).toHaveLength(2);
    for (const { preview } of messages) {
      expect(preview.html).toContain(`href="${publicUrl()}/invites/`);
      expect(JSON.stringify(preview)).not.toContain("evil.example.com");
    }
  });

  it("is written again with a new link when it is sent again", async () => {
    const team = await mailedTeam();
    const first = await invite(team, team.apiKey, "again@example.com");
    const params = { ...pathOf(team), invite_id: first.id };
    const second = (await call(renewInvite, team.apiKey, { params, body: "" })).body as unknown as Sent;
    expect(second.mail).toEqual({ status: "sent", detail: null });
    const owner = await signInMember(database.sql, team, "owner");
    const bodies = (await messagesTo("again@example.com", owner)).map(({ preview }) => preview.body);
    expect(bodies[0]).toContain(second.url);
    expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
  });

  it("never passes the workspace's own provider, which whoever may change it could point anywhere", async () => {
    const team = await createScenario(database.sql);
    await connectMailServer(team);
    const owner = await signInMember(database.sql, team, "owner");
    for (const role of roles) {
      const email = `kept-${role}@example.com`;
      const first = await invite(team, owner, email, role);
      expect(first).toMatchObject({ mail: { status: "hand_over", detail: null }, mailed_at: null });
      const params = { ...pathOf(team), invite_id: first.id };
      const second = await call(renewInvite, owner, { params, body: "" });
      expect(second.body).toMatchObject({ mail: { status: "hand_over", detail: null } });
      expect(await messagesTo(email, owner)).toEqual([]);
    }
  });

  it("comes from the installation even while the workspace sends through its own provider or the sandbox", async () => {
    for (const connect of [
      connectMailServer,
      (team: Scenario) => team.ctx.transaction(createSandboxProviders),
    ]) {
      const team = await mailedTeam();
      await connect(team);
      const owner = await signInMember(database.sql, team, "owner");
      const sent = await invite(team, owner, "second-owner@example.com", "owner");
      expect(sent).toMatchObject({ mail: { status: "sent", detail: null }, mailed_at: expect.any(String) });
      const [message] = await messagesTo("second-owner@example.com", owner);
      expect(message?.preview.from).toBe("PushPilot <pushpilot@example.com>");
    }
  });

  it("reaches everybody of a long list", async () => {
    const team = await mailedTeam();
    const emails = Array.from({ length: inviteEmailsMax }, (_, n) => `many-${n}@example.com`);
    const body = { emails, role: "viewer" };
    const answer = await call(createInvites, team.apiKey, { params: pathOf(team), body });
    const statuses = (answer.body.data as Sent[]).map(({ mail }) => mail.status);
    expect(statuses).toEqual(emails.map(() => "sent"));
  });

  it("that comes late does not count as the mail of a newer link", async () => {
    const team = await createScenario(database.sql);
    const { url } = await invite(team, team.apiKey, "late@example.com");
    const [row] = await listOpenInvites(team.scope, 1);
    const params = { ...pathOf(team), invite_id: toWireId("invite", row?.id ?? "") };
    await call(renewInvite, team.apiKey, { params, body: "" });
    const tokenHash = hashBearerSecret(url.split("/invites/")[1] ?? "");
    await markInviteMailed(team.scope, row?.id ?? "", { tokenHash, mailedAt: new Date() });
    expect(await listOpenInvites(team.scope, 1)).toMatchObject([{ mailedAt: null }]);
  });

  it("is not waited for when the server says nothing", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const team = await mailedTeam((silent.address() as AddressInfo).port);
    const unanswered = await invite(team, team.apiKey, "unanswered@example.com");
    expect(unanswered).toMatchObject({
      mail: { status: "failed", detail: expect.stringContaining("timed out") },
      mailed_at: null,
    });
    silent.close();
  });

  it("costs the invite nothing when the mail server is away or there is none", async () => {
    const away = await mailedTeam(1);
    const failed = await invite(away, away.apiKey, "failed@example.com");
    expect(failed).toMatchObject({ mail: { status: "failed", detail: expect.any(String) }, mailed_at: null });
    provideEnv({ PUSHPILOT_SMTP_URL: "", PUSHPILOT_MAIL_FROM: "" });
    const none = await createScenario(database.sql);
    const unsent = await invite(none, none.apiKey, "unsent@example.com");
    expect(unsent).toMatchObject({ mail: { status: "hand_over", detail: null }, mailed_at: null });
    expect([await isOpen(failed), await isOpen(unsent)]).toEqual([true, true]);
  });

  it("says so when it went to the sandbox, where only owners can open the link", async () => {
    const team = await createScenario(database.sql);
    await team.ctx.transaction(createSandboxProviders);
    const owner = await signInMember(database.sql, team, "owner");
    for (const offered of roles) {
      const email = `boxed-${offered}@example.com`;
      const sent = await invite(team, owner, email, offered);
      expect(sent).toMatchObject({ mail: { status: "sandbox" }, mailed_at: null });
      const secret = sent.url.split("/invites/")[1] ?? "";
      for (const role of roles) {
        const shown = await messagesTo(email, await signInMember(database.sql, team, role));
        expect(shown).toHaveLength(1);
        expect(JSON.stringify(shown).includes(secret), `${role} and ${offered}`).toBe(role === "owner");
      }
      expect(JSON.stringify(await messagesTo(email, team.apiKey))).not.toContain(secret);
    }
  });
});
