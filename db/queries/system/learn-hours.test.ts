import { beforeAll, describe, expect, it } from "vitest";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import {
  unsafeAcrossWorkspacesLearnContactHours,
  unsafeAcrossWorkspacesLearnWorkspaceHours,
} from "./learn-hours";

describe("the hours at which people look", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let contactId: string;
  let runId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    const send = await addPastSend(mine.scope, { people: [{ deliveries: ["accepted"] }] });
    runId = send.runId;
    contactId = send.contactIds[0] ?? "";
  });

  const engage = (kind: string, linkNo: number, at: string, isAutomated = false) => mine.scope.sql`
    insert into engagements (workspace_id, run_id, contact_id, kind, link_no, is_automated, first_at, last_at, total)
    values (${mine.workspaceId}, ${runId}, ${contactId}, ${kind}, ${linkNo}, ${isAutomated}, ${at}, ${at}, 1)`;
  const learn = async () => {
    const system = SystemScope.mint(database.sql);
    await unsafeAcrossWorkspacesLearnContactHours(system, new Date("2026-01-01"));
    await unsafeAcrossWorkspacesLearnWorkspaceHours(system, new Date("2200-01-01"));
  };
  const hoursOf = async (table: "contact_hours" | "workspace_hours") => {
    const [row] = await mine.scope.sql<{ hours: number[] }>`
      select hours from ${mine.scope.name(table)} where workspace_id = ${mine.workspaceId}`;
    return Object.fromEntries(
      (row?.hours ?? []).flatMap((count, hour) => (count > 0 ? [[hour, count]] : [])),
    );
  };

  it("are counted on the person's own clock, without machines, and the same however often they are counted", async () => {
    await engage("opened", 0, "2026-11-23T17:10:00Z"); // Monday 20:10 in Istanbul
    await engage("clicked", 1, "2026-11-23T17:20:00Z");
    await engage("opened", 0, "2026-11-23T03:00:00Z", true);
    await learn();
    await learn();
    expect(await hoursOf("contact_hours")).toEqual({ 20: 2 });
    expect(await hoursOf("workspace_hours")).toEqual({ 20: 2 });
    await mine.scope.sql`
      update contacts set time_zone = 'America/New_York' where workspace_id = ${mine.workspaceId} and id = ${contactId}`;
    await learn();
    expect(await hoursOf("contact_hours")).toEqual({ 12: 2 });
  });
});
