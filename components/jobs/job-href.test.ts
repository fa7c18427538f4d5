import { expect, it } from "vitest";
import { findActiveItem } from "@/components/layout/navigation";
import { wireId } from "@/lib/contracts/wire/ids";
import { newId } from "@/lib/platform/ids";
import { jobHref } from "./job-href";

it("leads to a page that can read which job is meant", () => {
  const id = newId();
  const href = jobHref("acme", id);
  expect(findActiveItem(href, "acme")?.id).toBe("jobs");
  expect(wireId("job").decode(href.split("/").at(-1) ?? "")).toBe(id);
});
