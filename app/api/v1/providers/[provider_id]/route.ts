import { getProviderContract, updateProviderContract } from "@/lib/contracts/providers/providers";
import { getProvider } from "@/lib/domain/providers/get-provider";
import { updateProvider } from "@/lib/domain/providers/update-provider";
import { route } from "@/lib/platform/http/route";

export const GET = route(getProviderContract, ({ ctx, params }) => getProvider(ctx, params));
export const PATCH = route(updateProviderContract, ({ ctx, params, body }) =>
  updateProvider(ctx, { ...params, ...body }),
);
