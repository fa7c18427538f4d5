import { beforeAll, describe, expect, it } from "vitest";
import { mergeInto } from "@/db/queries/events/merge-people";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { newEventId } from "../event-id";
import { storeEngagements } from "./store-engagements";

const others = 2_000;
const at = new Date("2026-11-20T10:20:00Z");

describe("what people did with a message", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let runId: string;
  let contactIds: string[];
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags)
      select ${mine.workspaceId}, uuidv7(), '{}', '{}' from generate_series(1, ${others})`;
    const people = Array.from({ length: 5 }, () => ({ deliveries: ["accepted" as const] }));
    ({ runId, contactIds } = await addPastSend(mine.scope, { channel: "email", people }));
    await database.sql`analyze contacts`;
  });

  const click = (contactId: string | undefined) => ({
    id: newEventId(at),
    workspaceId: mine.workspaceId,
    runId,
    contactId: contactId ?? "",
    kind: "clicked" as const,
    variant: 0,
    linkNo: 1,
    url: "https://shop.example/",
    atMillis: at.getTime(),
    isAutomated: false,
    properties: "{}",
  });
  const eventsOf = (contactId: string | undefined) => mine.scope.sql`
    select id from events where workspace_id = ${mine.workspaceId} and contact_id = ${contactId ?? ""}`;
  /** As reports count them. */
  const clickers = async () => {
    const [row] = await mine.scope.sql<{ count: number }>`
      select coalesce(sum(clicked), 0)::int as count from campaign_hours where workspace_id = ${mine.workspaceId}`;
    return row?.count ?? 0;
  };
  const system = () => SystemScope.mint(database.sql);

  it("is kept without a look at anybody else, however many there are", async () => {
    const read = await system().transaction(async (tx) => {
      const before = await rowsRead(tx, "contacts");
      await storeEngagements(tx, [click(contactIds[0]), click(contactIds[1])]);
      return (await rowsRead(tx, "contacts")) - before;
    });
    expect(read).toBeLessThan(10);
  });

  it("is about whom they have become since", async () => {
    const [, , visitor, user] = contactIds;
    const before = await clickers();
    const earlier = [click(visitor), click(user)];
    await storeEngagements(system(), earlier.slice(0, 1));
    await mine.scope.transaction((tx) => mergeInto(tx, visitor ?? "", user ?? ""));
    const note = click(visitor);
    await storeEngagements(system(), [note, ...earlier.slice(1)]);
    expect(await eventsOf(visitor)).toEqual([]);
    expect(await eventsOf(user)).toContainEqual({ id: note.id });
    expect(
      await mine.scope.sql`
        select total from engagements
        where workspace_id = ${mine.workspaceId} and contact_id = ${user ?? ""} and link_no = 0`,
    ).toEqual([{ total: 3 }]);
    expect(await clickers()).toBe(before + 1);
  });

  it("stays theirs when a browser gives itself their id for a name", async () => {
    const [known, , , , other] = contactIds;
    await mine.scope.sql`
      insert into contact_aliases (workspace_id, alias, contact_id)
      values (${mine.workspaceId}, ${known ?? ""}::text, ${other ?? ""})`;
    const note = click(known);
    await storeEngagements(system(), [note]);
    expect(await eventsOf(known)).toContainEqual({ id: note.id });
  });

  it("is nothing once the person or the send is no longer there, and holds up nobody else's", async () => {
    const [, known] = contactIds;
    const lost = [click(newId()), { ...click(known), runId: newId() }];
    const kept = click(known);
    await storeEngagements(system(), [...lost, kept]);
    const rows = await mine.scope.sql`
      select id from events
      where workspace_id = ${mine.workspaceId} and id = any(${[...lost, kept].map(({ id }) => id)}::uuid[])`;
    expect(rows).toEqual([{ id: kept.id }]);
  });
});
