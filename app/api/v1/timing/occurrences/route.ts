import { listOccurrencesContract } from "@/lib/contracts/timing";
import { listOccurrences } from "@/lib/domain/timing/list-occurrences";
import { route } from "@/lib/platform/http/route";

export const POST = route(listOccurrencesContract, ({ ctx, body }) => listOccurrences(ctx, body));
