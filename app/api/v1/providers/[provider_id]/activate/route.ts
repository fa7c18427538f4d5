import { activateProviderContract } from "@/lib/contracts/providers/providers";
import { activateProvider } from "@/lib/domain/providers/activate-provider";
import { route } from "@/lib/platform/http/route";

export const POST = route(activateProviderContract, ({ ctx, params }) => activateProvider(ctx, params));
