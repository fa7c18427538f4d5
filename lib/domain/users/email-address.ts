import { z } from "zod";

/** What passes for an address of a person, whoever says it. */
export const emailAddress = z.email().max(254);
