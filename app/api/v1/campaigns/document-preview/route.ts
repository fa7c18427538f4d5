import { previewDocumentContract } from "@/lib/contracts/campaigns/document-exchange";
import { previewDocument } from "@/lib/domain/campaigns/document/preview-document";
import { translateWarnings } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const POST = route(previewDocumentContract, async ({ ctx, body, request }) =>
  translateWarnings(await previewDocument(ctx, body), request),
);
