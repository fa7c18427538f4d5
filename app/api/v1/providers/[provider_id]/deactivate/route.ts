import { deactivateProviderContract } from "@/lib/contracts/providers/providers";
import { deactivateProvider } from "@/lib/domain/providers/deactivate-provider";
import { route } from "@/lib/platform/http/route";

export const POST = route(deactivateProviderContract, ({ ctx, params }) => deactivateProvider(ctx, params));
