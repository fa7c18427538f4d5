import { describe, expect, it } from "vitest";
import en from "@/messages/en/providers.json" with { type: "json" };
import { answerKindOf, answerKinds } from "./answer-kind";

describe("what a provider's own words come to", () => {
  it.each([
    ["ENOTFOUND: getaddrinfo ENOTFOUND mail.invalid", "host_not_found"],
    ["ESOCKET: connect ECONNREFUSED 127.0.0.1:25", "connection_refused"],
    ["EAUTH: Invalid login: 535 5.7.8 Authentication failed", "credentials"],
    ["ETIMEDOUT: Connection timeout", "no_answer"],
    [
      'app/invalid-credential: Credential implementation provided to initializeApp() via the "credential" property failed',
      "google_credentials",
    ],
    ["ESOCKET: self-signed certificate", "encryption"],
    ["UNREGISTERED", "removed"],
    ["550 5.1.1", "mailbox_unknown"],
    ["unavailable: try again later", "unavailable"],
    ["unsafe_address: 10.0.0.5 is not public", "address_not_public"],
    ["Something nobody has heard before", undefined],
  ])("reads %s", (raw, kind) => {
    expect(answerKindOf(raw)).toBe(kind);
  });

  it("has words for every kind", () => {
    expect(Object.keys(en.answers).sort()).toEqual([...answerKinds].sort());
  });
});
