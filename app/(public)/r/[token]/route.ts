import { openRedeemLink } from "@/lib/domain/coupons/links/open-redeem-link";
import { qrCodeOf } from "@/lib/domain/coupons/links/qr-code";
import { renderRedeemPage } from "@/lib/platform/http/pages/redeem-page";

type Segment = { params: Promise<{ token: string }> };

/** Shows a code to its holder and changes nothing: scanners follow links too. */
export async function GET({ headers }: Request, { params }: Segment): Promise<Response> {
  const described = await openRedeemLink((await params).token);
  const language = headers.get("accept-language");
  if (!described) return renderRedeemPage(language);
  return renderRedeemPage(language, { ...described, qrCode: described.code && qrCodeOf(described.code) });
}
