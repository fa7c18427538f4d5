import { exportRedemptionsContract } from "@/lib/contracts/coupons/ledger";
import { withFileUrls } from "@/lib/contracts/jobs";
import { createRedemptionExport } from "@/lib/domain/coupons/ledger/export/create-redemption-export";
import { route } from "@/lib/platform/http/route";

export const POST = route(exportRedemptionsContract, async ({ ctx, body }) =>
  withFileUrls(await createRedemptionExport(ctx, body)),
);
