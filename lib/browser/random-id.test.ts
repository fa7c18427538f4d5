import { afterEach, describe, expect, it, vi } from "vitest";
import { groupNode } from "@/components/audience/audience-node";
import { randomId } from "./random-id";

describe("random ids on a page served over plain http", () => {
  afterEach(() => vi.unstubAllGlobals());

  function leaveSecureContext() {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  }

  it("are made without what only secure contexts have", () => {
    leaveSecureContext();
    const ids = Array.from({ length: 1_000 }, randomId);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });

  it("let an audience be built", () => {
    leaveSecureContext();
    expect(groupNode("all", []).id).not.toBe(groupNode("all", []).id);
  });
});
