import { sendTrialContract } from "@/lib/contracts/providers/providers";
import { sendTrial } from "@/lib/domain/providers/trial/send-trial";
import { route } from "@/lib/platform/http/route";

export const POST = route(sendTrialContract, ({ ctx, params, body }) =>
  sendTrial(ctx, { ...params, ...body }),
);
