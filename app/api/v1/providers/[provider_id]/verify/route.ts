import { verifyProviderContract } from "@/lib/contracts/providers/providers";
import { verifyProvider } from "@/lib/domain/providers/verify-provider";
import { route } from "@/lib/platform/http/route";

export const POST = route(verifyProviderContract, ({ ctx, params }) => verifyProvider(ctx, params));
