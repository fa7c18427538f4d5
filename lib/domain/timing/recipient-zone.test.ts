import { expect, it } from "vitest";
import { recipientZone, zoneOfCountry } from "./recipient-zone";

const clues = { profile: null, device: null, country: null };

it("a person's zone is the profile's, else the device's, else the country's, else the workspace's", () => {
  const all = { profile: "Asia/Kathmandu", device: "Europe/Berlin", country: "TR" };
  expect(recipientZone(all, "UTC")).toEqual({ timeZone: "Asia/Kathmandu", source: "profile" });
  expect(recipientZone({ ...all, profile: null }, "UTC")).toEqual({
    timeZone: "Europe/Berlin",
    source: "device",
  });
  expect(recipientZone({ ...clues, country: "TR" }, "UTC")).toEqual({
    timeZone: "Europe/Istanbul",
    source: "country",
  });
  expect(recipientZone(clues, "Europe/London")).toEqual({ timeZone: "Europe/London", source: "workspace" });
});

it("a country tells the zone only where its clocks agree, or nearly everybody lives in one", () => {
  expect(zoneOfCountry("DE")).toBe("Europe/Berlin");
  expect(zoneOfCountry("ES")).toBe("Europe/Madrid");
  expect(zoneOfCountry("US")).toBeUndefined();
  expect(zoneOfCountry("XX")).toBeUndefined();
  expect(zoneOfCountry("tr")).toBeUndefined();
});
