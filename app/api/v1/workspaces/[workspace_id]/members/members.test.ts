import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { permissions, type Role, roleMay } from "@/lib/domain/members/role";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../../../api-keys/route";
import { GET as listContacts } from "../../../contacts/route";
import { GET as getProfile } from "../../../me/route";
import { PATCH as changeRole, DELETE as removeMember } from "./[user_id]/route";
import { GET as listMembers } from "./route";

type Person = { headers: Record<string, string>; id: string };

describe("members over HTTP", () => {
  const database = useTestDatabase();
  let team: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    team = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await join("owner");
  });

  async function join(role: Role, scenario = team): Promise<Person> {
    const headers = await signInMember(database.sql, scenario, role);
    const { body } = await call(getProfile, headers);
    return { headers, id: String(body.id) };
  }

  const workspace = (scenario = team) => ({ workspace_id: toWireId("workspace", scenario.workspaceId) });
  const about = (person: Person, scenario = team) => ({ ...workspace(scenario), user_id: person.id });

  const setRole = (actor: Person | string, target: Person, role: string, scenario = team) =>
    call(changeRole, typeof actor === "string" ? actor : actor.headers, {
      params: about(target, scenario),
      body: { role },
    });
  const remove = (actor: Person | string, target: Person, scenario = team) =>
    call(removeMember, typeof actor === "string" ? actor : actor.headers, {
      params: about(target, scenario),
    });

  const keyWith = async (scopes: string[]): Promise<string> =>
    String((await call(createApiKey, team.apiKey, { body: { name: "narrow", scopes } })).body.secret);

  async function rolesIn(scenario: Scenario): Promise<string[]> {
    const rows = await scenario.scope.sql<{ role: string }>`
      select role from members where workspace_id = ${scenario.workspaceId} order by role`;
    return rows.map((row) => row.role);
  }

  it("lists, searches, filters and pages through everybody once", async () => {
    const scenario = await createScenario(database.sql);
    const owner = await join("owner", scenario);
    for (const role of ["member", "viewer", "member", "admin"] as const) await join(role, scenario);
    const filtered = await call(listMembers, owner.headers, {
      params: workspace(scenario),
      query: { role: "member" },
    });
    expect(filtered.body).toMatchObject({ total: 2, data: [{ role: "member", status: "active" }, {}] });
    for (const sort of ["name", "-created_at", "last_active_at"]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const query = { limit: "2", sort, ...(after ? { after } : {}) };
        const page = await call(listMembers, owner.headers, { params: workspace(scenario), query });
        seen.push(...(page.body.data as { user_id: string }[]).map((row) => row.user_id));
        after = (page.body.next_cursor as string | null) ?? undefined;
      } while (after);
      expect(new Set(seen).size, sort).toBe(5);
      expect(seen).toHaveLength(5);
    }
    const found = await call(listMembers, owner.headers, {
      params: workspace(scenario),
      query: { q: "AN ADMIN" },
    });
    expect(found.body.total).toBe(0);
    const admin = await call(listMembers, owner.headers, {
      params: workspace(scenario),
      query: { q: "A admin" },
    });
    expect(admin.body.total).toBe(1);
  });

  it("changes a role with effect on the very next request, and writes it down", async () => {
    const [admin, person] = [await join("admin"), await join("viewer")];
    expect((await setRole(admin, person, "admin")).body).toMatchObject({ role: "admin" });
    expect((await setRole(person, admin, "member")).status).toBe(200);
    expect((await setRole(admin, person, "viewer")).status).toBe(403);
    const log = await team.scope.sql`
      select before, after from audit_log where workspace_id = ${team.workspaceId} and action = 'member.role_changed'
      order by id`;
    expect(log).toMatchObject([
      { before: { role: "viewer" }, after: { role: "admin" } },
      { before: { role: "admin" }, after: { role: "member" } },
    ]);
  });

  it("lets nobody rise above their own role, by any path", async () => {
    const [admin, member, viewer, owner] = [
      await join("admin"),
      await join("member"),
      await join("viewer"),
      await join("owner"),
    ];
    const attempts = [
      await setRole(admin, admin, "owner"),
      await setRole(admin, viewer, "owner"),
      await setRole(admin, owner, "viewer"),
      await remove(admin, owner),
      await setRole(member, member, "admin"),
      await setRole(viewer, viewer, "member"),
      await remove(member, viewer),
      await setRole(team.apiKey, viewer, "owner"),
      await setRole(team.apiKey, owner, "viewer"),
      await remove(team.apiKey, owner),
    ];
    expect(attempts.map((answer) => answer.status)).toEqual(attempts.map(() => 403));
  });

  it("lets a narrow API key give only roles whose every permission it has itself, and none above a member", async () => {
    const [viewer, admin] = [await join("viewer"), await join("admin")];
    const ofRole = (role: Role) => permissions.filter((permission) => roleMay(role, permission));
    const narrow = await keyWith(["members.read", "members.write"]);
    expect(await setRole(narrow, viewer, "member")).toMatchObject({
      status: 403,
      body: { reason: "role_above_key", role: "member", permission: "workspace.read" },
    });
    expect((await remove(narrow, admin)).status).toBe(403);
    const wide = await keyWith([...ofRole("member"), "members.write"]);
    expect((await setRole(wide, viewer, "admin")).status).toBe(403);
    expect((await setRole(wide, viewer, "member")).status).toBe(200);
    const almost = await keyWith([...ofRole("viewer"), "members.write"]);
    expect((await setRole(almost, viewer, "member")).status).toBe(403);
    expect((await setRole(almost, viewer, "viewer")).status).toBe(200);
    expect((await remove(narrow, viewer)).status).toBe(204);
    expect((await setRole(team.apiKey, await join("viewer"), "admin")).status).toBe(200);
  });

  it("keeps the last owner, alone or among others", async () => {
    const scenario = await createScenario(database.sql);
    const owner = await join("owner", scenario);
    await join("admin", scenario);
    for (const answer of [
      await setRole(owner, owner, "admin", scenario),
      await remove(owner, owner, scenario),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { reason: "last_owner" } });
    }
  });

  it("leaves one owner when all owners step down at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const scenario = await createScenario(database.sql);
      const owners = await Promise.all([1, 2, 3, 4].map(() => join("owner", scenario)));
      const answers = await Promise.all(
        owners.map((owner, position) =>
          position % 2 === 0 ? setRole(owner, owner, "viewer", scenario) : remove(owner, owner, scenario),
        ),
      );
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1);
      expect((await rolesIn(scenario)).filter((role) => role === "owner")).toHaveLength(1);
    }
  });

  it("leaves one owner when two owners demote each other at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const scenario = await createScenario(database.sql);
      const [a, b] = [await join("owner", scenario), await join("owner", scenario)];
      const answers = await Promise.all([
        setRole(a, b, "viewer", scenario),
        setRole(b, a, "viewer", scenario),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403]);
      expect(await rolesIn(scenario)).toEqual(["owner", "viewer"]);
    }
  });

  it("lets anybody leave, after which they see nothing more", async () => {
    const viewer = await join("viewer");
    expect((await remove(viewer, viewer)).status).toBe(204);
    expect((await call(listMembers, viewer.headers, { params: workspace() })).status).toBe(404);
    const [entry] = await team.scope.sql<{ action: string }>`
      select action from audit_log where workspace_id = ${team.workspaceId} order by id desc limit 1`;
    expect(entry?.action).toBe("member.left");
  });

  describe("the keys of whoever loses power", () => {
    const makeKey = async (maker: Person | string, scopes: string[]) => {
      const who = typeof maker === "string" ? maker : maker.headers;
      return String((await call(createApiKey, who, { body: { name: "own", scopes } })).body.secret);
    };
    const opens = async (key: string) => (await call(listContacts, key)).status === 200;
    const lastEntry = async () => {
      const [entry] = await team.scope.sql<{ action: string; after: object }>`
        select action, after from audit_log where workspace_id = ${team.workspaceId} order by id desc limit 1`;
      return entry;
    };

    it("are revoked with the removal of their maker, also those that a key made", async () => {
      const admin = await join("admin");
      const key = await makeKey(admin, ["all"]);
      const keys = [key, await makeKey(key, ["all"]), await makeKey(admin, ["contacts.read"])];
      const other = await makeKey(await join("admin"), ["all"]);
      expect((await remove(team.apiKey, admin)).status).toBe(204);
      for (const one of keys) expect(await opens(one)).toBe(false);
      expect(await opens(other)).toBe(true);
      expect(await lastEntry()).toEqual({
        action: "member.removed",
        after: { apiKeysRevoked: 3, apiKeysKept: 0 },
      });
    });

    it("are revoked at a demotion where they may do more than the role", async () => {
      const admin = await join("admin");
      const [wide, narrow] = [await makeKey(admin, ["all"]), await makeKey(admin, ["contacts.read"])];
      expect((await setRole(team.apiKey, admin, "viewer")).status).toBe(200);
      expect([await opens(wide), await opens(narrow)]).toEqual([false, true]);
      expect(await lastEntry()).toMatchObject({ after: { role: "viewer", apiKeysRevoked: 1 } });
    });

    it("stay where that is asked for, and the log says so", async () => {
      const admin = await join("admin");
      const key = await makeKey(admin, ["all"]);
      const params = about(admin);
      await call(changeRole, team.apiKey, { params, body: { role: "viewer", keep_api_keys: true } });
      await call(removeMember, team.apiKey, { params, query: { keep_api_keys: "true" } });
      expect(await opens(key)).toBe(true);
      expect(await lastEntry()).toMatchObject({ after: { apiKeysRevoked: 0, apiKeysKept: 1 } });
    });
  });

  it("answers people of another workspace like people who do not exist", async () => {
    const [owner, stranger] = [await join("owner"), await join("member", theirs)];
    const invented = { headers: {}, id: "usr_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" };
    for (const target of [stranger, invented]) {
      expect((await setRole(owner, target, "viewer")).status).toBe(404);
      expect((await remove(owner, target)).status).toBe(404);
    }
    expect((await setRole(owner, stranger, "viewer", theirs)).status).toBe(404);
    expect(await rolesIn(theirs)).toEqual(["member"]);
  });

  it("names a role that does not exist and asks strangers to sign in", async () => {
    const owner = await join("owner");
    const bad = await setRole(owner, owner, "root");
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: "role" }] } });
    const nobody: Person = { headers: {}, id: owner.id };
    expect((await setRole(nobody, owner, "viewer")).status).toBe(401);
    expect((await remove(nobody, owner)).status).toBe(401);
    expect((await call(listMembers, {}, { params: workspace() })).status).toBe(401);
  });
});
