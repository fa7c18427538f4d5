import {
  connectFirebaseContract,
  getFirebaseContract,
  updateFirebaseContract,
} from "@/lib/contracts/providers/firebase";
import { connectFirebase } from "@/lib/domain/providers/firebase/connect-firebase";
import { getFirebase } from "@/lib/domain/providers/firebase/get-firebase";
import { updateFirebase } from "@/lib/domain/providers/firebase/update-firebase";
import { route } from "@/lib/platform/http/route";

export const POST = route(connectFirebaseContract, ({ ctx, body }) => connectFirebase(ctx, body));
export const GET = route(getFirebaseContract, ({ ctx }) => getFirebase(ctx));
export const PATCH = route(updateFirebaseContract, ({ ctx, body }) => updateFirebase(ctx, body));
