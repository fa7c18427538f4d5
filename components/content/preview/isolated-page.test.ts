import { expect, it } from "vitest";
import { isolatedPage } from "./isolated-page";

it("puts a policy without scripts first in the page, whatever the page brings", () => {
  for (const html of [
    "<p>x</p>",
    '<html><head class="a"><meta http-equiv="Content-Security-Policy" content="script-src *"></head><body>x</body></html>',
  ]) {
    const page = isolatedPage(html, undefined);
    expect(page.indexOf("default-src 'none'")).toBeGreaterThan(-1);
    expect(page.indexOf("default-src 'none'")).toBeLessThan(page.indexOf("x</"));
    expect(page.match(/<meta http-equiv/)?.index).toBe(
      page.indexOf("default-src 'none'") - '<meta http-equiv="Content-Security-Policy" content="'.length,
    );
  }
});

it("lets the page's own style sheets pass the dashboard's policy, and nothing else", () => {
  const page = isolatedPage("<style>p{}</style><script>x</script>", "n0nce");
  expect(page).toContain('<style nonce="n0nce">');
  expect(page).not.toContain("<script nonce");
});

it("shows the page as the chosen device does, not as this browser would", () => {
  const html =
    '<head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark) {p{}}</style></head>';
  const light = isolatedPage(html, undefined, "light");
  expect(light).toContain('<meta name="color-scheme" content="light">');
  expect(light).toContain("@media (max-width: 0)");
  const dark = isolatedPage(html, undefined, "dark");
  expect(dark).toContain('<meta name="color-scheme" content="dark">');
  expect(dark).toContain("@media (min-width: 0)");
  expect(isolatedPage(html, undefined)).toContain("(prefers-color-scheme: dark)");
});

it("is governed by its policy before it says anything, though it opens with a comment around a head", () => {
  for (const html of ["<!--<head>--><img src=x>", "<!doctype html><!--<head>", "<!--", "<plaintext><head>"]) {
    const page = isolatedPage(html, "n0nce", "dark");
    expect(page).toMatch(/^<!doctype html><head><meta http-equiv="Content-Security-Policy"/);
    expect(page.endsWith(html)).toBe(true);
  }
});

it("never hands the nonce to an address, a comment or anything else that the page wrote", () => {
  for (const html of [
    "<img src='https://evil.example/?<style '>",
    "<img src='https://evil.example/?<style >x</style>'><style>p{}</style>",
    "<p '><img src=\"https://evil.example/?' ><style >x</style>\">",
    "<textarea><p title=\"</textarea><img src='https://evil.example/?\"><style '>x</style>",
    '<svg><style><img src="https://evil.example/?</style><style >x</style>">',
    "<style>p{}</style x><img src='https://evil.example/?</style><style media='print'>x</style>'>",
    "<style media='\"><img src=https://evil.example/?'>p{}</style><style>q{}</style>",
    "<!--<style>x</style>-->",
  ]) {
    const page = isolatedPage(html, "n0nce");
    const sheets =
      /^.*?<base target="_blank">((?:<style nonce="n0nce"(?: media="[^"]*")?>.*?<\/style>)*)/s.exec(page);
    expect(page.slice(sheets?.[0].length), html).not.toContain("n0nce");
    for (const sheet of sheets?.[1]?.split(/<style nonce="n0nce"(?: media="[^"]*")?>/) ?? [])
      expect(sheet.replace(/<\/style>$/, ""), html).not.toMatch(/<\/style[\s/>]|n0nce/);
  }
});

it("keeps for which media a style sheet is", () => {
  expect(isolatedPage("<p>x</p><style media='print'>p{}</style>", "n0nce")).toMatch(
    /<style nonce="n0nce" media="print">p\{\}<\/style><p>x<\/p>$/,
  );
});
