import { existsSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type FurnishedWorkspace,
  furnishWorkspace,
  readEverything,
} from "@/app/api/testing/furnish-workspace";
import { SystemScope, type WorkspaceScope } from "@/db/scope";
import { countBlocked } from "@/db/testing/count-blocked";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, signInMember } from "@/db/testing/scenario";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { newId } from "@/lib/platform/ids";
import { prepareSpool, spoolPath } from "@/lib/platform/spool/spool";
import { deleteWorkspace } from "./delete-workspace";
import { eraseWorkspace } from "./erase-workspace";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-deleted-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

describe("deleting a workspace", () => {
  const database = useTestDatabase();
  let system: SystemScope;
  beforeAll(() => {
    system = SystemScope.mint(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const erase = async (workspaceId: string) => {
    let slices = 1;
    while ((await eraseWorkspace(system, { workspaceId, sliceMillis: 0 })) !== "erased") slices += 1;
    return slices;
  };
  const rowsOf = async (workspace: FurnishedWorkspace) =>
    Object.entries(await readEverything(workspace)).map(([table, rows]) => `${table} ${rows.length}`);

  it("leaves nothing of it in any table, nor its files, and everything of the others", async () => {
    const [mine, theirs] = [await furnish("mine"), await furnish("theirs")];
    const [before, counts] = [await readEverything(theirs), await rowsOf(mine)];
    expect(counts.filter((table) => table.endsWith(" 0"))).toEqual([]);
    const { workspaceId, ctx } = mine.scenario;
    await deleteWorkspace(ctx);
    expect(await erase(workspaceId)).toBeGreaterThan(5);
    expect(await rowsOf(mine)).toEqual(counts.map((table) => table.replace(/\d+$/, "0")));
    expect(await database.sql`select 1 from workspaces where id = ${workspaceId}`).toEqual([]);
    expect(existsSync(mine.path)).toBe(false);
    expect(await readEverything(theirs)).toEqual(before);
    expect(existsSync(theirs.path)).toBe(true);
    expect(await erase(workspaceId), "told again").toBe(1);
  });

  it("takes the runs of its workflows that have ended, and only its own", async () => {
    const [mine, theirs] = [await furnish("our-runs"), await furnish("their-runs")];
    await database.sql`
      insert into workflow.steps (run_id, id, name, kind, value) select id, 's', 's', 'data', '1' from workflow.runs`;
    await database.sql`insert into workflow.attempts (run_id, attempt) select id, 0 from workflow.runs`;
    const countOf = async ({ scenario }: FurnishedWorkspace) => {
      const counts = await database.sql`
        select (select count(*)::int from workflow.runs where workspace_id = ${scenario.workspaceId}) as runs`;
      return counts[0]?.runs as number;
    };
    const [before] = await database.sql`select count(*)::int as steps from workflow.steps`;
    expect(await countOf(mine)).toBe(1);
    await deleteWorkspace(mine.scenario.ctx);
    await erase(mine.scenario.workspaceId);
    expect([await countOf(mine), await countOf(theirs)]).toEqual([0, 1]);
    for (const table of ["steps", "attempts"])
      expect(await database.sql`select 1 from workflow.${database.sql(table)}`, table).toHaveLength(
        before?.steps - 1,
      );
  });

  it("lets nobody in from that moment on, and gives its address away", async () => {
    const mine = await createScenario(database.sql, { slug: "acme" });
    await signInMember(database.sql, mine, "owner");
    await deleteWorkspace(mine.ctx);
    expect(await contextOfHook("unsubscribe", mine.workspaceId)).toBeUndefined();
    for (const table of ["members", "api_keys"])
      expect(
        await mine.scope
          .sql`select 1 from ${mine.scope.name(table)} where workspace_id = ${mine.workspaceId}`,
      ).toEqual([]);
    expect((await createScenario(database.sql, { slug: "acme" })).slug).toBe("acme");
  });

  it("waits for whoever is writing, and takes that as well", async () => {
    const mine = await createScenario(database.sql);
    const send = await addPastSend(mine.scope, { runStatus: "sending", people: [{}, {}] });
    await deleteWorkspace(mine.ctx);
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sender = mine.scope.transaction(async (tx) => {
      await tx.sql`update run_chunks set sent = 1 where workspace_id = ${mine.workspaceId} and run_id = ${send.runId}`;
      begun.resolve();
      await released.promise;
      await tx.sql`
        insert into deliveries (workspace_id, run_id, contact_id, subscription_id, channel, provider_id, status)
        values (${mine.workspaceId}, ${send.runId}, ${send.contactIds[0]}, ${newId()}, 'sms', ${newId()}, 'accepted')`;
    });
    await begun.promise;
    const erasing = erase(mine.workspaceId);
    await expect.poll(() => countBlocked(database.sql)).toBe(1);
    released.resolve();
    await Promise.all([sender, erasing]);
    expect(await mine.scope.sql`select 1 from deliveries where workspace_id = ${mine.workspaceId}`).toEqual(
      [],
    );
  });

  it("is never the end of one that was not deleted", async () => {
    const mine = await createScenario(database.sql);
    await expect(eraseWorkspace(system, { workspaceId: mine.workspaceId })).rejects.toThrow();
    expect(
      await mine.scope.sql`select 1 from api_keys where workspace_id = ${mine.workspaceId}`,
    ).toHaveLength(1);
  });

  /** A row in every table that keeps any for a workspace, and a file. */
  async function furnish(words: string) {
    const furnished = await furnishWorkspace(database.sql, words);
    const { scope, workspaceId } = furnished.scenario;
    await addPastSend(scope, { people: [{ deliveries: ["accepted"] }, { skip: { reason: "no_consent" } }] });
    await scope.transaction(insertRest);
    await scope.transaction(insertTiming);
    await scope.transaction(insertEvents);
    await scope.transaction(insertAutomations);
    await scope.transaction(insertCoupons);
    const path = spoolPath(workspaceId, `${newId()}.csv`);
    await prepareSpool(path);
    writeFileSync(path, "external_id\n");
    return { ...furnished, path };
  }
});

async function insertTiming(tx: WorkspaceScope): Promise<void> {
  const { id } = tx;
  await tx.sql`
    insert into contact_hours (workspace_id, contact_id, hours)
    select ${id}, c.id, array_fill(1::smallint, array[168]) from contacts c where c.workspace_id = ${id}`;
  await tx.sql`insert into workspace_hours (workspace_id, hours) values (${id}, array_fill(1, array[168]))`;
  await tx.sql`
    insert into contact_slots (workspace_id, contact_id, run_id, channel, category, at, priority)
    select ${id}, c.id, r.id, r.channel, r.category, now(), 0
    from contacts c cross join runs r where c.workspace_id = ${id} and r.workspace_id = ${id}`;
  await tx.sql`
    insert into run_buckets (workspace_id, run_id, theoretical_arrival_at)
    select ${id}, r.id, now() from runs r where r.workspace_id = ${id}`;
}

async function insertEvents(tx: WorkspaceScope): Promise<void> {
  const { id } = tx;
  await tx.sql`
    insert into contact_aliases (workspace_id, alias, contact_id)
    select ${id}, 'alias-' || c.id, c.id from contacts c where c.workspace_id = ${id}`;
  await tx.sql`insert into event_listeners (workspace_id, event_name) values (${id}, 'purchased')`;
  await tx.sql`
    insert into engagements (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
    select ${id}, r.id, c.id, 'click', 1, false, now(), now(), 1
    from contacts c cross join runs r where c.workspace_id = ${id} and r.workspace_id = ${id}`;
  await tx.sql`
    insert into link_hours (workspace_id, campaign_id, hour, variant, link_no, url)
    select ${id}, p.id, now(), 0, 1, 'https://example.com' from campaigns p where p.workspace_id = ${id}`;
  await tx.sql`
    insert into early_receipts (workspace_id, provider_message_id, type, occurred_at)
    values (${id}, 'early', 'delivered', now())`;
}

async function insertAutomations(tx: WorkspaceScope): Promise<void> {
  const { id } = tx;
  await tx.sql`
    insert into enrolment_passages (workspace_id, enrolment_id, position, at, outcome, detail)
    select ${id}, e.id, 1, now(), 'entered', '{}' from enrolments e where e.workspace_id = ${id}`;
  await tx.sql`
    insert into automation_totals (workspace_id, automation_id, step_id, outcome, people)
    select ${id}, a.id, a.id, 'entered', 1 from automations a where a.workspace_id = ${id}`;
}

async function insertCoupons(tx: WorkspaceScope): Promise<void> {
  const { id } = tx;
  await tx.sql`
    insert into offer_limits (workspace_id, offer_id, scope, period, period_start, taken)
    select ${id}, o.id, 'offer', 'day', now(), 1 from offers o where o.workspace_id = ${id}`;
  await tx.sql`
    insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
    select ${id}, b.id, b.id, b.id, 0 from coupon_batches b where b.workspace_id = ${id}`;
  await tx.sql`
    insert into returned_codes (workspace_id, batch_id, seq)
    select ${id}, b.id, 1 from coupon_batches b where b.workspace_id = ${id}`;
  await tx.sql`
    insert into orders (workspace_id, order_id, total_minor, currency, ordered_at) values (${id}, 'o-1', 1, 'TRY', now())`;
  await tx.sql`insert into campaign_performance (workspace_id, bucket) values (${id}, now())`;
  await tx.sql`insert into coupon_audits (workspace_id, checked_at, off, checks) values (${id}, now(), 0, '[]')`;
  await tx.sql`
    insert into order_refunds (workspace_id, order_id, refund_id, refunded_at) values (${id}, 'o-1', 'r-1', now())`;
  await tx.sql`
    insert into performance_states (workspace_id, computed_until, time_zone) values (${id}, now(), 'UTC')`;
  await tx.sql`insert into stale_performance_hours (workspace_id, hour) values (${id}, now())`;
}

async function insertRest(tx: WorkspaceScope): Promise<void> {
  const { id } = tx;
  await tx.sql`
    insert into audit_log (workspace_id, id, actor_kind, actor_id, actor_name, action, target_kind, target_id)
    values (${id}, ${newId()}, 'user', '1', 'A', 'job.started', 'job', '1')`;
  await tx.sql`insert into campaign_hours (workspace_id, hour, campaign_id, channel) values (${id}, now(), ${newId()}, 'sms')`;
  await tx.sql`insert into workspace_totals (workspace_id, sent) values (${id}, 2)`;
  await tx.sql`insert into former_slugs (workspace_id, slug) values (${id}, 'former')`;
  await tx.sql`insert into suppressions (workspace_id, channel, address_key, reason) values (${id}, 'sms', '+90', 'complaint')`;
  await tx.sql`
    insert into idempotency_keys (workspace_id, key, request_hash, locked_until) values (${id}, 'k', 'h', now())`;
  await tx.sql`
    insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
    select ${id}, c.id, 'sms', 'marketing', 'denied', 'test', now() from contacts c where c.workspace_id = ${id}`;
  await tx.sql`
    insert into job_errors (workspace_id, job_id, line, problems, fields)
    select ${id}, j.id, n, '[]', '[]' from jobs j, generate_series(1, 12000) n where j.workspace_id = ${id}`;
  await tx.sql`
    insert into job_sightings (workspace_id, job_id, key) select ${id}, j.id, j.id from jobs j where j.workspace_id = ${id}`;
  await tx.sql`
    insert into coupon_import_rows (workspace_id, job_id, code_key, line, code)
    select ${id}, j.id, 'A' || n, n, 'A' || n from jobs j, generate_series(1, 10) n where j.workspace_id = ${id}`;
  await tx.sql`
    insert into moved_addresses (workspace_id, job_id, subscription_id, contact_id, status)
    select ${id}, j.id, c.id, c.id, 'active' from jobs j, contacts c where j.workspace_id = ${id} and c.workspace_id = ${id}`;
  await tx.sql`
    insert into provider_buckets (workspace_id, provider_id, theoretical_arrival_at)
    select ${id}, p.id, now() from providers p where p.workspace_id = ${id}`;
  await tx.sql`
    insert into provider_hours (workspace_id, provider_id, hour) select ${id}, p.id, now() from providers p where p.workspace_id = ${id}`;
}
