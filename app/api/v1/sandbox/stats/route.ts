import { getSandboxStatsContract } from "@/lib/contracts/sandbox";
import { getSandboxStats } from "@/lib/domain/providers/sandbox/get-sandbox-stats";
import { route } from "@/lib/platform/http/route";

export const GET = route(getSandboxStatsContract, ({ ctx }) => getSandboxStats(ctx));
