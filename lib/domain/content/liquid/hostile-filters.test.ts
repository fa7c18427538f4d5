import { describe, expect, it } from "vitest";
import { compileText, renderText, type Variables } from "./compile-text";
import { engineOf, LiquidProblem } from "./liquid-engine";
import { withinMillis } from "./render-deadline";

const filters = Object.keys(engineOf("plain").filters);

const length = 30_000;
const filled = (piece: string) => piece.repeat(length / piece.length);

const texts: Record<string, string> = {
  digits: filled("1"),
  zeros: `${filled("0")}60000`,
  words: filled("ab "),
  tags: filled("<script"),
  comments: filled("<!--"),
  entities: filled("&"),
  lines: filled("\n"),
  formats: filled("%-"),
  path: filled("a."),
  brackets: filled("a["),
  hyphens: filled("-"),
  backslashes: filled("\\"),
  han: filled("汉"),
};

function outcomeOf(source: string, variables: Variables): string {
  try {
    return renderText(compileText(source, "plain"), variables);
  } catch (error) {
    if (error instanceof LiquidProblem) return error.code;
    throw error;
  }
}

/** A number that knows how often it was looked at: once for each turn of a loop that compares with it. */
class CountedNumber {
  looks = 0;
  valueOf(): number {
    this.looks += 1;
    return length;
  }
}

describe.each(filters)("the filter %s", (filter) => {
  it.each(Object.keys(texts))("pays for the %s it is given before it works on them", (name) => {
    const text = texts[name];
    for (const given of [`text | ${filter}`, `1 | ${filter}: text, text`]) {
      const source = `{% for i in (1..40) %}{% assign out = ${given} %}{% endfor %}done`;
      expect(outcomeOf(source, { text })).not.toBe("done");
    }
  });

  it("looks at a count once, not at every letter", () => {
    const count = new CountedNumber();
    for (const given of ["count", "count, count", "0, count", "count, 'x'"])
      outcomeOf(`{{ text | ${filter}: ${given} }}`, { text: texts.words, count });
    expect(count.looks).toBeLessThan(100);
  });
});

describe("counts of filters", () => {
  it.each([
    ["{{ 'Çok güzel' | slice: 1 }}", "o"],
    ["{{ 'Çok güzel' | slice: '0', '3' }}", "Çok"],
    ["{{ 'Çok güzel' | slice: -5, 2 }}", "gü"],
    ["{{ 'Çok güzel' | slice: digits }}", ""],
    ["{{ 'Çok güzel' | truncate: 6 }}", "Çok..."],
    ["{{ 'Çok güzel' | truncate: '5', '' }}", "Çok g"],
    ["{{ 'Çok güzel' | truncate }}", "Çok güzel"],
    ["{{ 'bir iki üç' | truncatewords: '2' }}", "bir iki..."],
    ["{{ 3.14159 | round: '2' }}", "3.14"],
    ["{{ 'a,b' | split: ',' | json: 4 }}", '["a","b"]'],
  ])("mean what they say: %s", (source, expected) => {
    expect(outcomeOf(source, { digits: texts.digits })).toBe(expected);
  });
});

describe("values within values", () => {
  const doubled =
    "{% assign x = 'a' | split: ',' %}{% for i in (1..60) %}{% assign x = x | push: x %}{% endfor %}";

  it.each(["{{ x }}", "{{ x | upcase }}", "{{ x | join }}", "{{ x | json }}", "{% if x == x %}1{% endif %}"])(
    "are refused when they hold themselves again and again: %s",
    (use) => {
      expect(outcomeOf(`${doubled}${use}`, {})).toBe("render_limit");
    },
  );

  it("may be nested deeper than calls may be", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(outcomeOf("{{ deep }}", { deep })).toBe("x");
    for (const filter of filters)
      expect(typeof outcomeOf(`{{ deep | ${filter}: deep }}`, { deep })).toBe("string");
  });

  it("that name a long path are given up when the time of the text is over", () => {
    const people = Array.from({ length: 20_000 }, () => ({ a: 1 }));
    for (const filter of ["map", "sum", "sort"])
      expect(outcomeOf(`{{ people | ${filter}: path }}`, { people, path: texts.path })).toBe("render_limit");
  });
});

it("texts that are rendered together share their time, whatever each of them may take", () => {
  const inTime = (millis: number) =>
    withinMillis(millis, () => outcomeOf("{% if a %}{{ a }}{% endif %}", { a: 1 }));
  expect(inTime(0)).toBe("render_limit");
  expect(withinMillis(0, () => inTime(60_000))).toBe("render_limit");
  expect(inTime(60_000)).toBe("1");
});
