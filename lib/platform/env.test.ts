import { afterEach, expect, it } from "vitest";
import { env, provideEnv } from "./env";

afterEach(() => provideEnv({ PUSHPILOT_SMTP_URL: "", PUSHPILOT_MAIL_FROM: "" }));

const setServer = (address: string) =>
  provideEnv({ PUSHPILOT_SMTP_URL: address, PUSHPILOT_MAIL_FROM: "pushpilot@example.com" });

it("refuses a mail server whose user or password has a bare %, and says how to write it", () => {
  for (const login of ["me:100%", "50%off:secret", "me:%ff"]) {
    setServer(`smtp://${login}@mail.example.com`);
    expect(env).toThrow(/%25[\s\S]*PUSHPILOT_SMTP_URL/);
  }
});

it("takes a mail server whose password is written as addresses want it", () => {
  setServer("smtp://me:100%25@mail.example.com");
  expect(env().PUSHPILOT_SMTP_URL).toBe("smtp://me:100%25@mail.example.com");
});
