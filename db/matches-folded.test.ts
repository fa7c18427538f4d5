import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { foldText } from "@/lib/domain/contacts/contact";

const database = useTestDatabase();

/** Scripts whose letters Postgres and Node know alike, whichever edition of Unicode each brings. */
const blocks = [
  [0x20, 0x1c88],
  [0x1e00, 0x2c2e],
  [0x3000, 0xa63f],
  [0xac00, 0xd7a3],
  [0xf900, 0xffff],
] as const;

const letters = blocks.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, n) => `A${String.fromCharCode(first + n)}b`),
);

const words = [
  "IŞIK ışık İsmail ÇAĞLAR Öztürk",
  "  Ayşe \t\n Nur\u00a0Yılmaz \u2003",
  "Café Zoë Ångström ﬁn Ⅷ",
  "ΟΔΟΣ Жанна Ёлка محمد مُحَمَّد שָׁלוֹם कि का 한글",
  "",
];

it("Postgres folds a text exactly as the application does", async () => {
  for (let from = 0; from < letters.length; from += 10_000) {
    const texts = [...words, ...letters.slice(from, from + 10_000)];
    const rows = await database.sql<{ folded: string }[]>`
      select fold_text(text) as folded from unnest(${texts}::text[]) with ordinality as t(text, n) order by n`;
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldText));
  }
});
