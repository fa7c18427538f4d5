import { z } from "zod";
import { wireObject } from "./wire-object";

/** What was taken all the same, each with the place in the request's body. */
export const wireWarnings = z.array(
  wireObject({ pointer: z.string(), code: z.string(), detail: z.string() }),
);
