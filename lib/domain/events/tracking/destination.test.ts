import { describe, expect, it } from "vitest";
import { destinationsWith } from "./destination";

const utm = { source: "push pilot", medium: "email", campaign: "Güz indirimi" };
const added = "utm_source=push%20pilot&utm_medium=email&utm_campaign=G%C3%BCz%20indirimi";

describe("where a link leads", () => {
  const toDestination = destinationsWith(utm);

  it.each([
    ["https://shop.example/a", `https://shop.example/a?${added}`],
    ["https://shop.example/a?x=1", `https://shop.example/a?x=1&${added}`],
    ["https://shop.example/a?", `https://shop.example/a?${added}`],
    ["https://shop.example/a#part", `https://shop.example/a?${added}#part`],
    ["https://shop.example/a?x=a%20b+c#part", `https://shop.example/a?x=a%20b+c&${added}#part`],
    ["https://shop.example", `https://shop.example/?${added}`],
  ])("%s gets the campaign's parameters and keeps its own", (url, destination) => {
    expect(toDestination(url)).toBe(destination);
  });

  it("keeps a parameter that the link has already", () => {
    expect(toDestination("https://shop.example/?utm_source=own&utm_campaign=own")).toBe(
      "https://shop.example/?utm_source=own&utm_campaign=own&utm_medium=email",
    );
  });

  it.each([
    "myapp://cart/9",
    "mailto:a@example.com",
    "tel:+905321112233",
    "/cart",
    "#part",
    "",
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https://",
    "https://user:secret@shop.example/",
    " https://shop.example/",
  ])("%j is no web address and stays as it is", (url) => {
    expect(toDestination(url)).toBeUndefined();
  });

  it("says the same thing the second time", () => {
    expect(toDestination("https://shop.example/a")).toBe(toDestination("https://shop.example/a"));
  });
});
