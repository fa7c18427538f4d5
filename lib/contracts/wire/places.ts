import { z } from "zod";
import { isTimeZone } from "@/lib/domain/timing/time-zone";

/** IANA zone name. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "An IANA time zone such as Europe/Istanbul")
  .meta({ example: "Europe/Istanbul" });

export const twoLetterCountry = z
  .string()
  .regex(/^[A-Z]{2}$/, "Two capital letters, ISO 3166-1, such as TR")
  .meta({ example: "TR" });

/** BCP 47 language tag. */
export const wireLocale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag such as tr or en-GB")
  .max(35)
  .meta({ example: "tr" });

/** A comma-separated list of countries. */
export const wireCountries = z.codec(z.string().max(800), z.array(twoLetterCountry), {
  decode: (text) => text.split(",").map((code) => code.trim()),
  encode: (codes) => codes.join(","),
});
