import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { forgiveGuesses, limitGuesses, limitMails } from "../auth/limit-guesses";
import { callerNetwork } from "./caller-network";

describe("the network of a caller", () => {
  const database = useTestDatabase();

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["198.51.100.7", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["somebody", "somebody"],
    [null, "unknown"],
  ])("of %s is %s: who has one IPv6 address has all 2⁶⁴ of its network", (address, network) => {
    expect(callerNetwork(address)).toBe(network);
  });

  it("is what guesses and mails are counted by, so that changing the address wins nothing", async () => {
    const at = (n: number) => `2001:db8:0:7::${n.toString(16)}`;
    for (let n = 0; n < 60; n += 1) await limitGuesses(database.sql, `guess${n}@example.com`, at(n));
    await expect(limitGuesses(database.sql, "one@example.com", at(99))).rejects.toMatchObject({
      code: "rate_limited",
    });
    for (let n = 0; n < 20; n += 1) await limitMails(database.sql, `mail${n}@example.com`, at(n));
    await expect(limitMails(database.sql, "one@example.com", at(99))).rejects.toMatchObject({
      code: "rate_limited",
    });
    await limitMails(database.sql, "one@example.com", "2001:db8:0:8::1");
  });

  it("does not count somebody who knows the password, wherever they sign in from", async () => {
    for (let n = 0; n < 61; n += 1) {
      const ip = `203.0.113.${n}`;
      await limitGuesses(database.sql, "known@example.com", ip);
      await forgiveGuesses(database.sql, "known@example.com", ip);
    }
    const guess = (n: number) => limitGuesses(database.sql, "guessed@example.com", `192.0.2.${n}`);
    for (let n = 0; n < 60; n += 1) await guess(n);
    await expect(guess(60)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
