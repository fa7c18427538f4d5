import { expect, test } from "vitest";
import type { ShownMessage } from "./api";
import { groupByDevice, platformOf, shortAddress } from "./group-by-device";

const message = (channel: ShownMessage["channel"], to: string, sequence: number): ShownMessage => ({
  sequence,
  channel,
  to,
  result: "accepted",
  providerMessageId: null,
  receivedAt: new Date(sequence),
  contact: null,
  replaced: 0,
  preview: {
    title: "",
    body: "",
    html: null,
    from: null,
    imageUrl: null,
    iconUrl: null,
    clickUrl: null,
    actions: [],
  },
});

test("a device is one address of one channel, the freshest first", () => {
  const devices = groupByDevice([
    message("sms", "+1", 3),
    message("email", "a@b.co", 2),
    message("sms", "+1", 1),
  ]);
  expect(devices.map(({ key, messages }) => [key, messages.map(({ sequence }) => sequence)])).toEqual([
    ["sms +1", [3, 1]],
    ["email a@b.co", [2]],
  ]);
});

test("a token is cut to what tells devices apart, and its platform is read from it", () => {
  expect(shortAddress({ channel: "app_push", to: "ios-0123456789abcdef0123:sandbox-w" })).toBe(
    "…456789abcdef0123",
  );
  expect(shortAddress({ channel: "email", to: "ayse@example.com" })).toBe("ayse@example.com");
  expect(platformOf("quota-ios-7")).toBe("ios");
  expect(platformOf("curious-device")).toBeUndefined();
});
