import { listEventNamesContract } from "@/lib/contracts/events/events";
import { listEventNames } from "@/lib/domain/events/list-events";
import { route } from "@/lib/platform/http/route";

export const GET = route(listEventNamesContract, ({ ctx }) => listEventNames(ctx));
