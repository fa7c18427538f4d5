import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/ids";
import { SystemScope, WorkspaceScope } from "./scope";
import { useTestDatabase } from "./testing/database";

describe("WorkspaceScope", () => {
  const database = useTestDatabase();
  const mine = newId();
  const theirs = newId();
  beforeAll(async () => {
    for (const [id, slug] of [
      [mine, "mine"],
      [theirs, "theirs"],
    ] as const) {
      await database.sql`insert into workspaces (id, slug, name) values (${id}, ${slug}, ${slug})`;
      await WorkspaceScope.mint(database.sql, id).sql`
        insert into contacts (workspace_id, id, external_id, attributes, tags)
        values (${id}, ${newId()}, ${slug}, '{}', '{}')`;
    }
  });

  it("shows a statement that forgot its where clause nothing of another workspace", async () => {
    const rows = await WorkspaceScope.mint(database.sql, mine).sql<{
      externalId: string;
    }>`select external_id from contacts`;
    expect(rows).toEqual([{ externalId: "mine" }]);
  });

  it("refuses to write a row into another workspace", async () => {
    const insert = WorkspaceScope.mint(database.sql, mine).sql`
      insert into contacts (workspace_id, id, attributes, tags) values (${theirs}, ${newId()}, '{}', '{}')`;
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("shows nothing at all without a scope", async () => {
    expect(await database.sql`select 1 from contacts`).toHaveLength(0);
  });

  it("rolls a transaction back as a whole", async () => {
    const scope = WorkspaceScope.mint(database.sql, mine);
    const failing = scope.transaction(async (tx) => {
      await tx.sql`update contacts set first_name = 'changed' where workspace_id = ${tx.id}`;
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const rows = await scope.sql<{
      firstName: string;
    }>`select first_name from contacts where workspace_id = ${mine}`;
    expect(rows[0]?.firstName).toBe("");
  });

  it("takes rehearsed work back, gives what it gave, and keeps what the transaction does besides", async () => {
    const scope = WorkspaceScope.mint(database.sql, mine);
    const nameIn = async (tx: WorkspaceScope) =>
      (await tx.sql<{ firstName: string }>`select first_name from contacts where workspace_id = ${tx.id}`)[0]
        ?.firstName;
    const rename = (tx: WorkspaceScope, name: string) =>
      tx.sql`update contacts set first_name = ${name} where workspace_id = ${tx.id}`;
    await scope.transaction(async (tx) => {
      await rename(tx, "kept");
      const rehearsed = await tx.rehearse(async () => {
        await rename(tx, "rehearsed");
        return nameIn(tx);
      });
      expect(rehearsed).toBe("rehearsed");
    });
    expect(await nameIn(scope)).toBe("kept");
    const failing = scope.transaction((tx) => tx.rehearse(() => Promise.reject(new Error("no"))));
    await expect(failing).rejects.toThrow("no");
    await rename(scope, "");
  });

  it("lets a system scope see every workspace", async () => {
    const rows = await SystemScope.mint(database.sql).sql`select 1 from contacts`;
    expect(rows).toHaveLength(2);
  });

  it("has row-level security forced on every table that belongs to a workspace", async () => {
    const open = await database.sql`
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid))`;
    expect(open).toEqual([]);
  });
});
