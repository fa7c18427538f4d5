import { z } from "zod";
import { isCurrency } from "@/lib/domain/coupons/money/money";

const remedy = "Name a currency of ISO 4217 by its three capital letters, such as TRY, EUR or USD.";

/** What a currency may be, wherever one is sent. */
export const wireCurrency = z
  .string()
  .refine(isCurrency, remedy)
  .meta({ example: "TRY", description: "ISO 4217, in capital letters.", pattern: "^[A-Z]{3}$" });
