import { testFirebaseContract } from "@/lib/contracts/providers/firebase";
import { sendFirebaseTrial } from "@/lib/domain/providers/firebase/send-firebase-trial";
import { route } from "@/lib/platform/http/route";

export const POST = route(testFirebaseContract, ({ ctx, body }) => sendFirebaseTrial(ctx, body));
