import { listContentVariablesContract } from "@/lib/contracts/content";
import { listContentVariables } from "@/lib/domain/content/list-content-variables";
import { route } from "@/lib/platform/http/route";

export const GET = route(listContentVariablesContract, ({ ctx }) => listContentVariables(ctx));
