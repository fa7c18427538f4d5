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
