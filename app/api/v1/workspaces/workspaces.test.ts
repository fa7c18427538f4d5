import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { Role } from "@/lib/domain/members/role";
import { call } from "@/lib/platform/testing/call";
import { GET as listContacts } from "../contacts/route";
import {
  DELETE as deleteWorkspace,
  GET as getWorkspace,
  PATCH as updateWorkspace,
} from "./[workspace_id]/route";
import { POST as createWorkspace, GET as listWorkspaces } from "./route";

describe("workspaces over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  const params = (scenario: Scenario) => ({ workspace_id: toWireId("workspace", scenario.workspaceId) });
  const member = (role: Role, scenario = mine) => signInMember(database.sql, scenario, role);

  const auditOf = (scenario: Scenario) =>
    scenario.scope.sql<{ action: string; before: object; after: object }>`
      select action, before, after from audit_log where workspace_id = ${scenario.workspaceId} order by id`;

  it("creates a workspace that its founder owns, beside the others they have", async () => {
    const person = await member("viewer");
    const created = await call(createWorkspace, person, {
      body: { name: "Yeni Mağaza", time_zone: "Europe/Istanbul" },
    });
    expect(created).toMatchObject({ status: 201, body: { slug: "yeni-magaza", role: "owner" } });
    const list = await call(listWorkspaces, person);
    const roles = (list.body.data as { slug: string; role: string }[]).map(({ slug, role }) => [slug, role]);
    expect(roles).toContainEqual(["yeni-magaza", "owner"]);
    expect(roles).toContainEqual([mine.slug, "viewer"]);
    expect(roles).not.toContainEqual([theirs.slug, expect.anything()]);
  });

  it("refuses an address that is taken, ours or misshapen", async () => {
    const owner = await member("owner");
    const answers = await Promise.all(
      [theirs.slug, "api", "sign-in", "-dash", "Büyük", "0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10"].map((slug) =>
        call(updateWorkspace, owner, { params: params(mine), body: { slug } }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([409, 400, 400, 400, 400, 400]);
    expect(answers[0]?.body.reason).toBe("slug_taken");
  });

  it.each([
    "/evil.example",
    "//evil.example",
    "..",
    "a/b",
    "\\evil.example",
    "<img>",
    "x?y",
    "A-B",
    "_next",
    "a--b",
  ])("founds no workspace at %s, which would lead elsewhere", async (slug) => {
    const person = await member("viewer");
    const refused = await call(createWorkspace, person, { body: { name: "Evil", slug } });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "slug", code: "slug_not_usable" }] },
    });
    const past = database.sql`update workspaces set slug = ${slug} where id = ${mine.workspaceId}`;
    await expect(past).rejects.toThrow("workspaces_slug");
  });

  it("founds no workspace at the address of a page of ours", async () => {
    const person = await member("viewer");
    for (const slug of ["sign-in", "api", "docs", "invites", "forgot-password", "reset-password"]) {
      expect((await call(createWorkspace, person, { body: { name: "Evil", slug } })).status).toBe(400);
    }
  });

  it("changes settings and says in the log what they were before", async () => {
    const scenario = await createScenario(database.sql);
    const admin = await member("admin", scenario);
    const body = { name: "Ada", consent_mode: "opt_in", locale: "tr" };
    const changed = await call(updateWorkspace, admin, { params: params(scenario), body });
    expect(changed).toMatchObject({ status: 200, body });
    expect(await auditOf(scenario)).toMatchObject([
      {
        action: "workspace.updated",
        before: { name: scenario.slug, consentMode: "opt_out", locale: "en" },
        after: { name: "Ada", consentMode: "opt_in", locale: "tr" },
      },
    ]);
    await call(updateWorkspace, admin, { params: params(scenario), body });
    expect(await auditOf(scenario)).toHaveLength(1);
  });

  it("stops and resumes everything that sends", async () => {
    const scenario = await createScenario(database.sql);
    const admin = await member("admin", scenario);
    const set = (stopped: boolean) =>
      call(updateWorkspace, admin, { params: params(scenario), body: { sending_stopped: stopped } });
    const stopped = await set(true);
    expect(stopped.body.sending_stopped_at).toEqual(expect.any(String));
    expect((await set(true)).body.sending_stopped_at).toBe(stopped.body.sending_stopped_at);
    expect((await set(false)).body.sending_stopped_at).toBeNull();
    const actions = (await auditOf(scenario)).map((entry) => entry.action);
    expect(actions).toEqual(["workspace.sending_stopped", "workspace.sending_resumed"]);
  });

  it("gives one of two workspaces that race for an address", async () => {
    const [a, b] = [await createScenario(database.sql), await createScenario(database.sql)];
    const answers = await Promise.all(
      [a, b].map(async (scenario) =>
        call(updateWorkspace, await member("owner", scenario), {
          params: params(scenario),
          body: { slug: "wanted-by-two" },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it("deletes everything of a workspace, for owners in person only", async () => {
    const scenario = await createScenario(database.sql);
    const admin = await call(deleteWorkspace, await member("admin", scenario), { params: params(scenario) });
    expect(admin).toMatchObject({ status: 403, body: { permission: "workspace.delete" } });
    const key = await call(deleteWorkspace, scenario.apiKey, { params: params(scenario) });
    expect(key).toMatchObject({ status: 403, body: { permission: "workspace.delete" } });
    const owner = await member("owner", scenario);
    expect((await call(deleteWorkspace, owner, { params: params(scenario) })).status).toBe(204);
    expect((await call(listContacts, scenario.apiKey)).status).toBe(401);
    expect((await call(getWorkspace, owner, { params: params(scenario) })).status).toBe(404);
  });

  it("answers a foreign workspace like an invented one, to people and to keys", async () => {
    const foreign = params(theirs);
    const invented = { workspace_id: "wsp_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" };
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    for (const who of [await member("owner"), mine.apiKey]) {
      for (const [handler, options] of [
        [getWorkspace, {}],
        [updateWorkspace, { body: { name: "x" } }],
        [deleteWorkspace, {}],
      ] as const) {
        const a = await call(handler, who, { params: foreign, ...options });
        const b = await call(handler, who, { params: invented, ...options });
        expect(a.status).toBe(404);
        expect(withoutId(a.text)).toBe(withoutId(b.text));
      }
    }
  });

  it("lets a viewer look and refuses the same person to change", async () => {
    const viewer = await member("viewer");
    expect((await call(getWorkspace, viewer, { params: params(mine) })).body.role).toBe("viewer");
    const refused = await call(updateWorkspace, viewer, { params: params(mine), body: { name: "x" } });
    expect(refused).toMatchObject({ status: 403, body: { permission: "workspace.write" } });
  });

  it("asks strangers to sign in", async () => {
    for (const handler of [listWorkspaces, getWorkspace, deleteWorkspace]) {
      expect((await call(handler, {}, { params: params(mine) })).status).toBe(401);
    }
    expect((await call(createWorkspace, {}, { body: { name: "x" } })).status).toBe(401);
    expect((await call(updateWorkspace, {}, { params: params(mine), body: { name: "x" } })).status).toBe(401);
  });
});
