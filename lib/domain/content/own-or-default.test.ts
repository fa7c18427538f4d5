import { describe, expect, it } from "vitest";
import { compileContent } from "./compile-content";
import { contactVariables } from "./contact-variables";
import { emptyContent } from "./content";

describe("a variable that a message has a word of its own for", () => {
  const content = {
    ...emptyContent,
    title: "{{ name }}, {{ product }}",
    body: "{{ product | upcase }}",
    variables: { name: "friend", product: "iPhone 15", constructor: "x" },
  };
  const blank = {
    externalId: null,
    firstName: null,
    lastName: null,
    locale: null,
    country: null,
    city: null,
  };
  const render = (
    attributes: Record<string, unknown>,
    told: object = {},
    firstName: string | null = null,
  ) => {
    const contact = { ...blank, firstName, attributes };
    const variables = { ...contactVariables({ contact, workspaceName: "Shop" }), ...told };
    const { title, body } = compileContent(content, "web_push").render(variables);
    return { title, body };
  };

  it("is that where nobody has another", () => {
    expect(render({})).toEqual({ title: "friend, iPhone 15", body: "IPHONE 15" });
    expect(render({ product: "" })).toMatchObject({ title: "friend, iPhone 15" });
  });

  it("is the person's, else the cart's, else the event's", () => {
    const event = { product: "Kettle" };
    const cart = { product: "Lamp" };
    expect(render({}, { event }, "Ada")).toMatchObject({ title: "Ada, Kettle" });
    expect(render({}, { event, cart })).toMatchObject({ title: "friend, Lamp" });
    expect(render({ product: "Chair" }, { event, cart })).toMatchObject({ title: "friend, Chair" });
    expect(render({}, { event: { product: { id: 1 } } })).toMatchObject({ title: "friend, iPhone 15" });
  });

  it("is never rendered a second time", () => {
    const sly = { ...content, variables: { product: "{{ email }}" } };
    expect(compileContent(sly, "web_push").render({ email: "a@b.c" }).title).toBe(", {{ email }}");
  });
});
