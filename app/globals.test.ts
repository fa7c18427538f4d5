import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

const surfaces = ["background", "card", "popover", "sidebar", "muted", "accent"];
const texts = ["foreground", "muted-foreground", "subtle-foreground"];
const tones = ["brand", "success", "warning", "danger", "info"];
const channels = [...css.matchAll(/--(channel-[a-z-]+): light-dark/g)].map((match) => match[1] ?? "");
const charts = [1, 2, 3, 4, 5, 6, 7, 8].map((position) => `chart-${position}`);

describe.each<Theme>(["light", "dark"])("the %s theme", (theme) => {
  const ratio = (front: string, back: string) => contrast(token(front, theme), token(back, theme));

  test.each(surfaces)("keeps every text colour readable on %s", (surface) => {
    for (const text of texts) expect(ratio(text, surface), text).toBeGreaterThanOrEqual(4.5);
  });

  test.each(tones)("keeps %s readable as text, on its tint and as a fill", (tone) => {
    for (const surface of ["background", "card", "popover", `${tone}-subtle`]) {
      expect(ratio(tone, surface), surface).toBeGreaterThanOrEqual(4.5);
    }
    expect(ratio(`${tone}-foreground`, `${tone}-solid`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio("muted-foreground", `${tone}-subtle`)).toBeGreaterThanOrEqual(4.5);
  });

  test("keeps the primary button readable", () => {
    expect(ratio("primary-foreground", "primary")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("primary-foreground", "primary-hover")).toBeGreaterThanOrEqual(4.5);
  });

  test.each(channels)("keeps %s readable as text", (channel) => {
    expect(ratio(channel, "card")).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...charts, "input", "ring"])("sets %s apart from the surfaces it is drawn on", (name) => {
    for (const surface of ["background", "card"]) expect(ratio(name, surface)).toBeGreaterThanOrEqual(3);
  });
});

function token(name: string, theme: Theme): number {
  const pattern = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`);
  const match = css.match(pattern);
  const [lightness = 0, chroma = 0, hue = 0] = (match?.[theme === "light" ? 1 : 2] ?? "")
    .split(" ")
    .map(Number);
  expect(match, name).not.toBeNull();
  return luminance(lightness, chroma, (hue * Math.PI) / 180);
}

/** WCAG relative luminance of an OKLCH colour, clipped to sRGB as a screen does. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: number, right: number): number {
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05);
}
