import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { noteActivity } from "./note-activity";

describe("when a member was last here", () => {
  const database = useTestDatabase();
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await createScenario(database.sql);
    await signInMember(database.sql, scenario, "member");
  });

  async function read() {
    const [member] = await scenario.scope.sql<{ userId: string; lastActiveAt: Date | null }>`
      select user_id, last_active_at from members where workspace_id = ${scenario.workspaceId}`;
    return { userId: member?.userId ?? "", lastActiveAt: member?.lastActiveAt ?? null };
  }

  /** What it is after a visit, when it was so many seconds ago before. */
  async function visit(secondsAgo: number | null, isReturn = false) {
    await scenario.scope.sql`
      update members set last_active_at = now() - make_interval(secs => ${secondsAgo})
      where workspace_id = ${scenario.workspaceId}`;
    const before = await read();
    await noteActivity(database.sql, { workspaceId: scenario.workspaceId, ...before }, isReturn);
    const after = await read();
    return after.lastActiveAt?.getTime() === before.lastActiveAt?.getTime() ? "left" : "noted";
  }

  it("is noted once in five minutes", async () => {
    expect(await visit(null)).toBe("noted");
    expect(await visit(290)).toBe("left");
    expect(await visit(310)).toBe("noted");
  });

  it("is noted at once when they come back from another workspace", async () => {
    expect(await visit(10, true)).toBe("noted");
  });
});
