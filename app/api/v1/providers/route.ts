import { createProviderContract, listProvidersContract } from "@/lib/contracts/providers/providers";
import { createProvider } from "@/lib/domain/providers/create-provider";
import { listProviders } from "@/lib/domain/providers/list-providers";
import { route } from "@/lib/platform/http/route";

export const GET = route(listProvidersContract, ({ ctx, query }) => listProviders(ctx, query));
export const POST = route(createProviderContract, ({ ctx, body }) => createProvider(ctx, body));
