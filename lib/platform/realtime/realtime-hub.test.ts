import { once } from "node:events";
import type { Socket } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { notifyRealtime } from "@/db/queries/realtime";
import { findUser } from "@/db/queries/system/identity";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { changeMemberRole } from "@/lib/domain/members/change-member-role";
import { removeMember } from "@/lib/domain/members/remove-member";
import { endOtherSessions } from "@/lib/domain/users/change-password";
import { readSession } from "@/lib/platform/auth/session";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { type Actor, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { useHubServer } from "@/lib/platform/testing/hub-server";
import { issueRealtimeToken } from "./realtime-token";
import { Subscriber } from "./subscriber";

describe("the realtime hub", () => {
  const database = useTestDatabase();
  const { server, connect } = useHubServer(database);
  let mine: Scenario;
  let theirs: Scenario;
  const row = newId();
  const changed = (id: string) => ({ type: "changed", topic: "jobs", id: toWireSignalId("jobs", id) });
  const announce = (scenario: Scenario, id: string) => notifyRealtime(scenario.scope, { topic: "jobs", id });

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  async function subscribe(ctx: WorkspaceContext, ...topics: string[]) {
    const connection = await connect();
    const { token } = await issueRealtimeToken(ctx);
    connection.say({ type: "authenticate", token });
    for (const topic of topics) connection.say({ type: "subscribe", topic });
    // The hub takes messages in order: the last answer comes when everything before it is done.
    connection.say({ type: "authenticate", token });
    await expect.poll(() => connection.heard.filter(isReady)).toHaveLength(2);
    return connection;
  }

  const isReady = ({ type }: { type: string }) => type === "ready";
  const others = (heard: { type: string }[]) => heard.filter((message) => !isReady(message));

  it("tells what changed to those who watch it, all of it or one thing", async () => {
    const all = await subscribe(mine.ctx, "jobs");
    const one = await subscribe(mine.ctx, `jobs:${toWireSignalId("jobs", row)}`);
    await announce(mine, newId());
    await announce(mine, row);
    await expect.poll(() => others(all.heard)).toHaveLength(2);
    expect(others(one.heard)).toEqual([changed(row)]);
  });

  it("never tells another workspace, not even under the same topic", async () => {
    const foreign = await subscribe(theirs.ctx, "jobs", `jobs:${toWireSignalId("jobs", row)}`);
    const own = await subscribe(mine.ctx, "jobs");
    await announce(mine, row);
    await expect.poll(() => own.heard).toContainEqual(changed(row));
    const end = newId();
    await announce(theirs, end);
    await expect.poll(() => others(foreign.heard)).toEqual([changed(end)]);
  });

  it("keeps nothing for a connection that ended while its token was looked at", async () => {
    const watched = await createScenario(database.sql);
    const staying = await subscribe(watched.ctx, "jobs");
    const arrived = once(server, "connection");
    const ending = await subscribe(watched.ctx);
    const [serverSide] = (await arrived) as [Socket];
    const ended = once(serverSide, "close");
    const { token } = await issueRealtimeToken(watched.ctx);
    await database.sql.begin(async (tx) => {
      await tx`lock table members in access exclusive mode`;
      ending.say({ type: "authenticate", token });
      ending.say({ type: "subscribe", topic: "jobs" });
      await expect.poll(() => tx`select 1 from pg_locks where not granted`).toHaveLength(1);
      ending.socket.terminate();
      await ended;
    });
    await subscribe(watched.ctx);
    const send = vi.spyOn(Subscriber.prototype, "send");
    await announce(watched, row);
    await expect.poll(() => staying.heard).toContainEqual(changed(row));
    expect(send.mock.calls.filter(([{ type }]) => type === "changed")).toHaveLength(1);
    send.mockRestore();
  });

  it("stays silent about a change that was rolled back", async () => {
    const { heard } = await subscribe(mine.ctx, "jobs");
    const [undone, done] = [newId(), newId()];
    const attempt = mine.ctx.transaction(async (tx) => {
      await tx.announce("jobs", undone);
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    await announce(mine, done);
    await expect.poll(() => others(heard)).toEqual([changed(done)]);
  });

  it("tells of an audited change without being asked to", async () => {
    const { heard } = await subscribe(mine.ctx, "jobs");
    await mine.ctx.transaction((tx) => tx.audit("job.started", { kind: "job", id: row }));
    await expect.poll(() => others(heard)).toEqual([changed(row)]);
  });

  it("closes on whoever asks for something without a valid token", async () => {
    for (const first of [
      { type: "subscribe", topic: "jobs" },
      { type: "authenticate", token: "forged" },
      { type: "shout" },
    ]) {
      const { say, closed } = await connect();
      say(first);
      expect(await closed).toBe(4401);
    }
  });

  it("ends a connection that does not answer its closing", async () => {
    const arrived = once(server, "connection");
    const { socket, say } = await connect();
    const [serverSide] = (await arrived) as [Socket];
    const ended = once(serverSide, "close");
    say({ type: "subscribe", topic: "jobs" });
    socket.pause();
    await ended;
    socket.terminate();
  });

  it("refuses the topics that an API key's scopes do not open", async () => {
    const actor: Actor = { kind: "api_key", id: newId(), name: "narrow", scopes: ["workspace.read"] };
    const { heard } = await subscribe(new WorkspaceContext({ scope: mine.scope, actor }), "jobs");
    expect(others(heard)).toEqual([{ type: "refused", topic: "jobs", reason: "not_allowed" }]);
  });

  async function memberOf(scenario: Scenario) {
    const { cookie } = await signInMember(database.sql, scenario, "member");
    const id = (await readSession(cookie ?? ""))?.userId ?? "";
    return { id, actor: { kind: "user", id, name: "Member", role: "member" } satisfies Actor };
  }

  it("closes on a member who is removed or gets another role, and on nobody else", async () => {
    const owner = await memberOf(mine);
    await mine.scope
      .sql`update members set role = 'owner' where workspace_id = ${mine.workspaceId} and user_id = ${owner.id}`;
    const acting = new WorkspaceContext({ scope: mine.scope, actor: { ...owner.actor, role: "owner" } });
    const staying = await subscribe(mine.ctx, "jobs");
    const [moved, removed] = [await memberOf(mine), await memberOf(mine)];
    const open = ({ actor }: { actor: Actor }) =>
      subscribe(new WorkspaceContext({ scope: mine.scope, actor }), "jobs");
    const [first, second] = [await open(moved), await open(removed)];
    await changeMemberRole(acting, { userId: moved.id, role: "viewer" });
    await removeMember(acting, { userId: removed.id });
    expect(await Promise.all([first.closed, second.closed])).toEqual([4401, 4401]);
    expect(staying.socket.readyState).toBe(WebSocket.OPEN);
  });

  it("closes on a person whose sessions end, in every workspace, and takes no token from before", async () => {
    const person = await memberOf(mine);
    await theirs.scope
      .sql`insert into members (workspace_id, user_id, role) values (${theirs.workspaceId}, ${person.id}, 'member')`;
    const contexts = [mine, theirs].map(
      ({ scope }) => new WorkspaceContext({ scope, actor: person.actor }),
    ) as [WorkspaceContext, WorkspaceContext];
    const staying = await subscribe(mine.ctx, "jobs");
    const open = await Promise.all(contexts.map((ctx) => subscribe(ctx, "jobs")));
    const { token } = await issueRealtimeToken(contexts[0]);
    const visitor = visitorFrom({ requestId: "req_test", ip: null, userAgent: null });
    const user = await findUser(visitor.system, person.id);
    if (!user) throw new Error("The person was just made.");
    await endOtherSessions(visitor, user);
    expect(await Promise.all(open.map(({ closed }) => closed))).toEqual([4401, 4401]);
    const late = await connect();
    late.say({ type: "authenticate", token });
    expect(await late.closed).toBe(4401);
    expect(staying.socket.readyState).toBe(WebSocket.OPEN);
    await subscribe(contexts[0], "jobs");
  });

  it("takes no token of a member who was removed since", async () => {
    const { id, actor } = await memberOf(mine);
    const { token } = await issueRealtimeToken(new WorkspaceContext({ scope: mine.scope, actor }));
    await mine.scope.sql`delete from members where workspace_id = ${mine.workspaceId} and user_id = ${id}`;
    const { say, closed } = await connect();
    say({ type: "authenticate", token });
    expect(await closed).toBe(4401);
  });

  it("closes when a token is not followed by another, as after signing out", async () => {
    const { say, closed } = await connect();
    const soon = new WorkspaceContext({
      scope: mine.scope,
      actor: mine.ctx.actor,
      clock: () => new Date(Date.now() - 118_500),
    });
    say({ type: "authenticate", token: (await issueRealtimeToken(soon)).token });
    expect(await closed).toBe(4401);
  });

  it("lets nobody change workspace or person with a later token", async () => {
    const { say, closed } = await subscribe(mine.ctx, "jobs");
    say({ type: "authenticate", token: (await issueRealtimeToken(theirs.ctx)).token });
    expect(await closed).toBe(4401);
  });
});
