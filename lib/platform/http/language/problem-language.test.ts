import { describe, expect, it } from "vitest";
import { z } from "zod";
import { timeZone, twoLetterCountry, wireLocale } from "@/lib/contracts/wire/places";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import { emptyContent } from "@/lib/domain/content/content";
import { invalidRequest, unprocessable } from "@/lib/platform/errors";
import { parseInput } from "../input/parse-request";
import { problemFor } from "../problem";

const inTurkish = new Request("http://localhost", { headers: { "accept-language": "tr" } });

async function errorsOf(error: unknown): Promise<{ pointer: string; detail: string }[]> {
  return (await problemFor(inTurkish, error).json()).errors;
}

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("It was not refused.");
};

describe("what is wrong with each field, in the caller's language", () => {
  it("is said of countries, languages and time zones", async () => {
    const schema = z.object({ country: twoLetterCountry, locale: wireLocale, zone: timeZone });
    const error = refusal(() =>
      parseInput(schema, { country: "x", locale: "!", zone: "Mars/Base" }, inTurkish),
    );
    const errors = await errorsOf(error);
    expect(errors).toHaveLength(3);
    for (const { detail } of errors) expect(detail).not.toMatch(/\b(Two|language|zone|such)\b/);
  });

  it("is said of a mail server inside a private network, with its name", async () => {
    const detail = "10.0.0.5 leads to 10.0.0.5, which is not public.";
    const [error] = await errorsOf(
      unprocessable(detail, {
        reason: "mail_server_private",
        host: "10.0.0.5",
        address: "10.0.0.5",
        errors: [{ pointer: "credentials.host", code: "mail_server_private", detail }],
      }),
    );
    expect(error?.detail).toContain("10.0.0.5");
    expect(error?.detail).not.toContain("leads to");
  });

  it("is said of a Liquid output that is never closed, and nothing else of it is told", async () => {
    const contents = [{ ...emptyContent, language: "tr", body: "Merhaba {{ first_name" }];
    const problems = checkContent(contents, "sms", { category: "transactional" });
    const [error] = await errorsOf(
      invalidRequest(
        "",
        problems.map((problem) => toContentError(problem, contents)),
      ),
    );
    expect(error).toEqual({
      pointer: "contents.0.body",
      code: "liquid_unclosed",
      detail: "{{ first_name açılmış, kapatılmamış (satır 1, sütun 9).",
    });
  });

  it("is said of an address", async () => {
    const detail = '"bozuk" is not usable: invalid_email.';
    const [error] = await errorsOf(invalidRequest("", [{ pointer: "email", code: "invalid_email", detail }]));
    expect(error?.detail).toBe("Bu bir e-posta adresi değil.");
  });
});
