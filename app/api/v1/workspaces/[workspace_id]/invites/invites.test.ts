import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { registerInvitee } from "@/lib/domain/invites/accept-invite";
import { findInviteOffer } from "@/lib/domain/invites/find-invite-offer";
import { permissions, type Role, roleMay } from "@/lib/domain/members/role";
import { encodeSession } from "@/lib/platform/auth/session";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { newId } from "@/lib/platform/ids";
import { type Answer, call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../../../api-keys/route";
import { POST as accept } from "../../../invites/accept/route";
import { PATCH as changeRole, DELETE as removeMember } from "../members/[user_id]/route";
import { GET as listMembers } from "../members/route";
import { POST as renewInvite } from "./[invite_id]/renew/route";
import { DELETE as revokeInvite } from "./[invite_id]/route";
import { POST as createInvites, GET as listInvites } from "./route";

type Sent = { id: string; email: string; url: string };

describe("invites over HTTP", () => {
  const database = useTestDatabase();
  let team: Scenario;
  let theirs: Scenario;
  let owner: Record<string, string>;
  beforeAll(async () => {
    team = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    owner = await signInMember(database.sql, team, "owner");
  });

  const workspace = (scenario = team) => ({ workspace_id: toWireId("workspace", scenario.workspaceId) });

  async function invite(
    emails: string[],
    role: Role = "member",
    who: Record<string, string> | string = owner,
  ) {
    const answer = await call(createInvites, who, { params: workspace(), body: { emails, role } });
    return { answer, sent: (answer.body.data ?? []) as Sent[] };
  }

  async function inviteOne(email: string, role: Role = "member"): Promise<Sent> {
    const [sent] = (await invite([email], role)).sent;
    if (!sent) throw new Error("The invite was not made.");
    return sent;
  }

  const keyWith = async (scopes: string[]): Promise<string> =>
    String((await call(createApiKey, team.apiKey, { body: { name: "narrow", scopes } })).body.secret);

  const secretOf = (sent: Sent): string => sent.url.split("/invites/")[1] ?? "";

  /** A person with an account and no workspace. */
  async function stranger(email: string): Promise<Record<string, string>> {
    const id = newId();
    await database.sql`insert into users (id, email, name) values (${id}, ${email}, 'Yeni Kişi')`;
    return { cookie: `next-auth.session-token=${await encodeSession({ userId: id, sessionEpoch: 0 })}` };
  }

  const take = (who: Record<string, string>, secret: string): Promise<Answer> =>
    call(accept, who, { body: { token: secret } });

  it("invites many at once, skips members and forgets doubles", async () => {
    const person = await stranger("member@example.com");
    await take(person, secretOf(await inviteOne("member@example.com")));
    const { answer, sent } = await invite([
      "A@example.com",
      "a@example.com",
      "b@example.com",
      "member@example.com",
    ]);
    expect(answer.status).toBe(201);
    expect(sent.map(({ email }) => email)).toEqual(["a@example.com", "b@example.com"]);
    expect(answer.body.errors).toEqual([{ email: "member@example.com", code: "already_member" }]);
  });

  it("brings the invited person in with the role that was offered, once", async () => {
    const sent = await inviteOne("once@example.com", "admin");
    const person = await stranger("once@example.com");
    const joined = await take(person, secretOf(sent));
    expect(joined).toMatchObject({ status: 200, body: { workspace_slug: team.slug } });
    const inside = { ...person, "x-workspace-id": team.slug };
    const found = await call(listMembers, inside, { params: workspace(), query: { q: "once@" } });
    expect(found.body.data).toMatchObject([{ role: "admin" }]);
    expect(await take(person, secretOf(sent))).toMatchObject({
      status: 409,
      body: { reason: "invite_closed" },
    });
  });

  it("is for the invited address and nobody else", async () => {
    const sent = await inviteOne("mine@example.com", "owner");
    const thief = await stranger("thief@example.com");
    const refused = await take(thief, secretOf(sent));
    expect(refused).toMatchObject({ status: 403, body: { reason: "invite_for_other_email" } });
    const inside = { ...thief, "x-workspace-id": team.slug };
    expect((await call(listMembers, inside, { params: workspace() })).status).toBe(404);
    expect((await take(await stranger("mine@example.com"), secretOf(sent))).status).toBe(200);
  });

  it("counts once when the link is used in two tabs at the same moment", async () => {
    const sent = await inviteOne("tabs@example.com");
    const person = await stranger("tabs@example.com");
    const answers = await Promise.all([1, 2, 3].map(() => take(person, secretOf(sent))));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it("refuses links that ran out, were revoked, renewed, replaced or made up", async () => {
    const person = await stranger("late@example.com");
    const expired = await inviteOne("late@example.com");
    await team.scope.sql`
      update invites set expires_at = now() - interval '1 second' where workspace_id = ${team.workspaceId}
      and email = 'late@example.com' and accepted_at is null`;
    expect((await take(person, secretOf(expired))).status).toBe(409);

    const renewed = await call(renewInvite, owner, {
      params: { ...workspace(), invite_id: expired.id },
      body: "",
    });
    expect(renewed.status).toBe(200);
    expect((await take(person, secretOf(expired))).status).toBe(404);

    const replaced = renewed.body as unknown as Sent;
    const newest = await inviteOne("late@example.com");
    expect((await take(person, secretOf(replaced))).status).toBe(409);

    expect(
      (await call(revokeInvite, owner, { params: { ...workspace(), invite_id: newest.id } })).status,
    ).toBe(204);
    expect((await take(person, secretOf(newest))).status).toBe(409);
    expect((await take(person, "pp_invite_made-up")).status).toBe(404);
  });

  it("makes the account and the membership together for somebody new", async () => {
    const sent = await inviteOne("fresh@example.com", "viewer");
    const visitor = visitorFrom({ requestId: "req_test", ip: "203.0.113.9", userAgent: null });
    const account = { name: "Taze", password: "bir uzun parola", locale: "tr", timeZone: "Europe/Istanbul" };
    const joined = await registerInvitee(visitor, secretOf(sent), account);
    expect(joined).toMatchObject({ workspaceSlug: team.slug, user: { email: "fresh@example.com" } });
    await expect(registerInvitee(visitor, secretOf(sent), account)).rejects.toMatchObject({
      code: "conflict",
    });
    const second = await inviteOne("other@example.com");
    await stranger("other@example.com");
    await expect(registerInvitee(visitor, secretOf(second), account)).rejects.toMatchObject({
      details: { reason: "account_not_created" },
    });
    expect(await findInviteOffer(visitor, secretOf(second))).toMatchObject({
      status: "invited",
      hasAccount: true,
    });
  });

  it("offers nobody a role above the inviter's own", async () => {
    const admin = await signInMember(database.sql, team, "admin");
    const member = await signInMember(database.sql, team, "member");
    for (const [who, role] of [
      [admin, "owner"],
      [team.apiKey, "owner"],
      [member, "viewer"],
    ] as const) {
      expect((await invite(["up@example.com"], role, who)).answer.status).toBe(403);
    }
    const ownersInvite = await inviteOne("chief@example.com", "owner");
    const params = { ...workspace(), invite_id: ownersInvite.id };
    expect((await call(revokeInvite, admin, { params })).status).toBe(403);
    expect((await call(renewInvite, admin, { params, body: "" })).status).toBe(403);
  });

  it("gives an API key no link to a role that may more than the key", async () => {
    const narrow = await keyWith(["members.read", "members.write"]);
    for (const role of ["viewer", "member"] as const) {
      const { answer, sent } = await invite(["climber@example.com"], role, narrow);
      expect(answer).toMatchObject({ status: 403, body: { reason: "role_above_key", role } });
      expect(sent).toEqual([]);
    }
    const open = await inviteOne("climber@example.com", "member");
    const params = { ...workspace(), invite_id: open.id };
    expect(await call(renewInvite, narrow, { params, body: "" })).toMatchObject({
      status: 403,
      body: { reason: "role_above_key" },
    });
    expect((await call(revokeInvite, narrow, { params })).status).toBe(204);
    const ofViewer = permissions.filter((permission) => roleMay("viewer", permission));
    const reader = await keyWith(["members.write", ...ofViewer]);
    expect((await invite(["reader@example.com"], "viewer", reader)).answer.status).toBe(201);
  });

  it("withdraws what somebody offered when they lose the right to offer it", async () => {
    const visitor = visitorFrom({ requestId: "req_test", ip: null, userAgent: null });
    for (const lose of ["demotion", "removal"] as const) {
      const admin = await stranger(`${lose}@example.com`);
      await take(admin, secretOf(await inviteOne(`${lose}@example.com`, "admin")));
      const inside = { ...admin, "x-workspace-id": team.slug };
      const [sent] = (await invite([`friend-of-${lose}@example.com`], "admin", inside)).sent;
      const found = await call(listMembers, owner, {
        params: workspace(),
        query: { q: `${lose}@example.com` },
      });
      const [person] = found.body.data as { user_id: string }[];
      const params = { ...workspace(), user_id: person?.user_id ?? "" };
      if (lose === "demotion") await call(changeRole, owner, { params, body: { role: "member" } });
      else await call(removeMember, owner, { params });
      expect(await findInviteOffer(visitor, sent ? secretOf(sent) : ""), lose).toMatchObject({
        status: "revoked",
      });
    }
  });

  it("keeps the links out of the database and of the audit log", async () => {
    const sent = await inviteOne("quiet@example.com");
    const rows = await team.scope.sql`
      select to_jsonb(i)::text as text from invites i where workspace_id = ${team.workspaceId}
      union all select to_jsonb(a)::text from audit_log a where workspace_id = ${team.workspaceId}`;
    expect(JSON.stringify(rows)).toContain("quiet@example.com");
    expect(JSON.stringify(rows)).not.toContain(secretOf(sent));
    const list = await call(listInvites, owner, { params: workspace() });
    expect(list.text).not.toContain(secretOf(sent));
  });

  it("answers invites of another workspace like invites that do not exist", async () => {
    const theirOwner = await signInMember(database.sql, theirs, "owner");
    const sent = await inviteOne("cross@example.com");
    for (const invite_id of [sent.id, "inv_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10"]) {
      const params = { ...workspace(theirs), invite_id };
      expect((await call(revokeInvite, theirOwner, { params })).status).toBe(404);
      expect((await call(renewInvite, theirOwner, { params, body: "" })).status).toBe(404);
    }
    expect((await call(listInvites, theirOwner, { params: workspace() })).status).toBe(404);
    expect((await call(listInvites, theirOwner, { params: workspace(theirs) })).body.data).toEqual([]);
  });

  it("names bad input and asks strangers to sign in", async () => {
    const bad = await invite(["not an address"], "boss" as Role);
    const pointers = (bad.answer.body.errors as { pointer: string }[]).map((error) => error.pointer).sort();
    expect(pointers).toEqual(["emails.0", "role"]);
    expect((await invite([], "member")).answer.status).toBe(400);
    expect((await invite(["x@example.com"], "member", {})).answer.status).toBe(401);
    expect((await call(listInvites, {}, { params: workspace() })).status).toBe(401);
    expect((await take({}, "pp_invite_x")).status).toBe(401);
  });
});
