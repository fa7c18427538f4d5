import { z } from "zod";
import { parseServiceAccount } from "./service-account";

/** The service-account file as text. A problem comes back with its machine-readable word in `params.problem`. */
export const fcmCredentialsSchema = z.strictObject({
  serviceAccountJson: z.string().superRefine((text, context) => {
    const parsed = parseServiceAccount(text);
    if (parsed.isOk) return;
    const { problem, field, message } = parsed;
    context.addIssue({ code: "custom", message, params: { problem, field } });
  }),
});
