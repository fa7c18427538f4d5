import { describe, expect, test } from "vitest";
import { credentialChangeFrom, credentialsFrom, draftOf, newDraft } from "./credential-draft";

const hints = {
  host: "mail.example.com",
  port: "587",
  security: "starttls",
  user: "shop",
  password: "••••••••",
  fromAddress: "shop@example.com",
  fromName: "Shop",
};

describe("a form of credentials", () => {
  test("sends what was filled in, numbers as numbers", () => {
    const draft = { ...newDraft("smtp"), host: " mail.example.com ", fromAddress: "a@b.co", user: "" };
    expect(credentialsFrom("smtp", draft)).toEqual({
      host: "mail.example.com",
      port: 587,
      security: "starttls",
      fromAddress: "a@b.co",
    });
  });

  test("never carries a mask back as if it were the secret", () => {
    expect(draftOf("smtp", hints)).not.toHaveProperty("password");
    expect(credentialChangeFrom("smtp", draftOf("smtp", hints), hints)).toEqual({});
  });

  test("changes only what was changed, and empties what was emptied", () => {
    const draft = { ...draftOf("smtp", hints), port: "465", fromName: "", password: "new" };
    expect(credentialChangeFrom("smtp", draft, hints)).toEqual({
      port: 465,
      fromName: null,
      password: "new",
    });
  });
});
