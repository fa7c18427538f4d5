import { describe, expect, it } from "vitest";
import { awaitDatabase } from "./await-database";

describe("a start beside a database that is still busy with what a crash left it", () => {
  const away = Object.assign(new Error("write CONNECT_TIMEOUT"), { code: "CONNECT_TIMEOUT" });

  it("goes on once the database lets it in", async () => {
    let tries = 0;
    const open = async () => {
      tries += 1;
      if (tries < 3) throw away;
      return "open";
    };
    expect(await awaitDatabase(open)).toBe("open");
  });

  it("gives up in the end, and at once on what waiting does not mend", async () => {
    await expect(awaitDatabase(() => Promise.reject(away), 0)).rejects.toBe(away);
    const refused = Object.assign(new Error("password"), { severity: "FATAL", code: "28P01" });
    await expect(awaitDatabase(() => Promise.reject(refused))).rejects.toBe(refused);
  });
});
