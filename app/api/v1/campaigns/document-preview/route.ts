import { previewDocumentContract } from "@/lib/contracts/campaigns/document-exchange";
import { previewDocument } from "@/lib/domain/campaigns/document/preview-document";
import { translateParams } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const POST = route(previewDocumentContract, async ({ ctx, body, request }) => {
  const preview = await previewDocument(ctx, body);
  const warnings = translateParams({ errors: preview.warnings }, request.headers.get("accept-language"));
  return { ...preview, warnings };
});
