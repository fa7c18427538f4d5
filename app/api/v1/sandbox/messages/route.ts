import { listSandboxMessagesContract } from "@/lib/contracts/sandbox";
import { listSandboxMessages } from "@/lib/domain/providers/sandbox/list-sandbox-messages";
import { route } from "@/lib/platform/http/route";

export const GET = route(listSandboxMessagesContract, ({ ctx, query }) => listSandboxMessages(ctx, query));
