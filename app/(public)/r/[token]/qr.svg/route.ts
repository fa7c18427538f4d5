import { openRedeemLink } from "@/lib/domain/coupons/links/open-redeem-link";
import { qrCodeOf } from "@/lib/domain/coupons/links/qr-code";

type Segment = { params: Promise<{ token: string }> };

/** The code as a picture to scan; nothing for whatever is no link of ours. */
export async function GET(_: Request, { params }: Segment): Promise<Response> {
  const described = await openRedeemLink((await params).token);
  if (!described?.code) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(qrCodeOf(described.code), {
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'",
    },
  });
}
