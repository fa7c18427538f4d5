import { expect, it } from "vitest";
import { BufferedWriter } from "./buffered-writer";

const refusal = () => Object.assign(new Error("no"), { severity: "ERROR", code: "22001" });

function writerOf(write: (items: number[]) => Promise<void>, itemsMax = 100) {
  return new BufferedWriter<number>({ name: "test", everyMillis: 5, itemsMax, write });
}

it("writes what was added by itself, and all of it when it is flushed", async () => {
  const written: number[][] = [];
  const writer = writerOf(async (items) => void written.push(items));
  writer.add(1);
  writer.add(2);
  await expect.poll(() => written).toEqual([[1, 2]]);
  writer.add(3);
  await Promise.all([writer.flush(), writer.flush(), writer.flush()]);
  expect(written).toEqual([[1, 2], [3]]);
});

it("keeps what could not be written, in its order, and tries again", async () => {
  const written: number[] = [];
  let isAway = true;
  const writer = writerOf(async (items) => {
    if (isAway) throw new Error("away");
    written.push(...items);
  });
  writer.add(1);
  await writer.flush();
  writer.add(2);
  isAway = false;
  await expect.poll(() => written).toEqual([1, 2]);
});

it("leaves out only what the database refuses", async () => {
  const written: number[] = [];
  const writer = writerOf(async (items) => {
    if (items.includes(7)) throw refusal();
    written.push(...items);
  });
  for (let item = 0; item < 20; item += 1) writer.add(item);
  await writer.flush();
  expect(written).toEqual(Array.from({ length: 20 }, (_, n) => n).filter((n) => n !== 7));
});

it("forgets the oldest when it is full", async () => {
  const written: number[] = [];
  const writer = writerOf(async (items) => void written.push(...items), 10);
  for (let item = 0; item < 12; item += 1) writer.add(item);
  await writer.flush();
  expect(written.at(0)).toBeGreaterThan(0);
  expect(written.at(-1)).toBe(11);
});
