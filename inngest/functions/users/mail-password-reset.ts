import { database } from "@/db/client";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { passwordResetRequested } from "@/inngest/events/users";
import { asStep } from "@/inngest/in-workspace";
import { letterPlaces } from "@/inngest/places";
import { mailPasswordReset as mail } from "@/lib/domain/users/open-password-reset";
import { openResetRequest } from "@/lib/domain/users/reset-request";

/** One step, because the link must not lie between two of them. */
export const mailPasswordReset = inngest.createFunction(
  {
    id: "mail-password-reset",
    triggers: [passwordResetRequested],
    retries: 5,
    concurrency: { limit: letterPlaces },
  },
  async ({ event, step }) =>
    step.run("mail", () =>
      asStep(async () => {
        await mail(SystemScope.mint(database()), openResetRequest(event.data), new Date());
      }),
    ),
);
