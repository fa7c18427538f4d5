import { expect, it } from "vitest";
import { judgeFile, judgeFolders } from "./size-rules";
import { readSourceFiles } from "./source-files";

const files = readSourceFiles();

it("keeps files small and named after what they do", () => {
  expect(files.flatMap(judgeFile)).toEqual([]);
});

it("keeps folders to what one takes in at a glance", () => {
  expect(judgeFolders(files.map((file) => file.path))).toEqual([]);
});

it("fires on a long file, a long route, a junk drawer and a crowd", () => {
  const lines = (count: number) => "x\n".repeat(count);
  expect(judgeFile({ path: "lib/domain/a.ts", text: lines(251) })).toHaveLength(1);
  expect(judgeFile({ path: "app/api/v1/a/route.ts", text: lines(41) })).toHaveLength(1);
  expect(judgeFile({ path: "lib/domain/a.test.ts", text: lines(300) })).toEqual([]);
  expect(judgeFile({ path: "lib/browser/utils.ts", text: "" })).toHaveLength(1);
  expect(judgeFile({ path: "components/shared/button.tsx", text: "" })).toHaveLength(1);
  expect(judgeFolders(Array.from({ length: 26 }, (_, n) => `lib/x/${n}.ts`))).toHaveLength(1);
});
