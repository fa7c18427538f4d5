import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const offersHref = (workspace: string): string => hrefOf(workspace, "coupons/offers");

export const newOfferHref = (workspace: string): string => hrefOf(workspace, "coupons/offers/new");

export const offerHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `coupons/offers/${toWireId("offer", id)}`);

export const offerEditHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `coupons/offers/${toWireId("offer", id)}/edit`);
