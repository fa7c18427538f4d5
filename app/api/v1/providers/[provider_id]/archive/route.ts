import { archiveProviderContract } from "@/lib/contracts/providers/providers";
import { archiveProvider } from "@/lib/domain/providers/archive-provider";
import { route } from "@/lib/platform/http/route";

export const POST = route(archiveProviderContract, ({ ctx, params }) => archiveProvider(ctx, params));
