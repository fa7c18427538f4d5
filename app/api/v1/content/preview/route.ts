import { previewContentContract } from "@/lib/contracts/content";
import { previewContent } from "@/lib/domain/content/preview-content";
import { route } from "@/lib/platform/http/route";

export const POST = route(previewContentContract, ({ ctx, body }) => previewContent(ctx, body));
