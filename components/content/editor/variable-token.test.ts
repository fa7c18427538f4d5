import { describe, expect, it } from "vitest";
import { rangeOfToken, variableTokenAt } from "./variable-token";

const at = (text: string, form: "text" | "code" = "text") => {
  const caret = text.indexOf("^");
  return variableTokenAt(text.replace("^", ""), caret, form);
};

describe("a variable that is being typed", () => {
  it.each([
    ["Hi {^", ""],
    ["Hi {{^", ""],
    ["Hi {{ ^", ""],
    ["Hi {first^", "first"],
    ["Hi {{- first_n^ame }}", "first_n"],
    ["Hi {{ name }} {{e-posta iz^", "e-posta iz"],
    ['Hi {{ attributes["E^', 'attributes["E'],
  ])("is found: %s", (text, query) => expect(at(text)?.query).toBe(query));

  it.each(["Hi^", "{{ name }}^", "{{ name }^", "{% if^", "{{ name | upcase^", "{{ na\nme^", "Use { to^"])(
    "is not: %s",
    (text) => expect(at(text)).toBeUndefined(),
  );

  it("begins with two braces in code, where one belongs to the code", () => {
    expect(at("p {col^", "code")).toBeUndefined();
    expect(at("p {{ col^", "code")).toEqual({ start: 2, query: "col" });
  });

  it("is replaced as a whole, with the end that stands behind the caret", () => {
    const range = (text: string) => {
      const caret = text.indexOf("^");
      const value = text.replace("^", "");
      const token = variableTokenAt(value, caret, "text");
      const { start, end } = rangeOfToken(value, token ?? { start: -1, query: "" }, caret);
      return value.slice(start, end);
    };
    expect(range("Hi {{ fi^ }}!")).toBe("{{ fi }}");
    expect(range("Hi {{ fi^rst_name }}!")).toBe("{{ first_name }}");
    expect(range("Hi {fi^}!")).toBe("{fi}");
    expect(range("Hi {{ fi^ and more")).toBe("{{ fi");
  });
});
