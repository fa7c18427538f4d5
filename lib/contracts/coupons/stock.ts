import { z } from "zod";
import { batchSources, batchStatuses } from "@/lib/domain/coupons/batches/batch";
import { offerStates } from "@/lib/domain/coupons/offers/offer";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireDay } from "../wire/instants";
import { listQueryShape } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { endOrZero } from "./terms";

const count = z.number().int();

const codeStock = wireObject({
  batchId: wireId("batch"),
  batchCode: z.string(),
  name: z.string(),
  source: z.enum(batchSources),
  status: z.enum(batchStatuses),
  quantity: count,
  generated: count,
  free: count.meta({ description: "Written, and given to nobody; those that came back are among them." }),
  makeable: count.meta({ description: "How many more can be made while messages go out." }),
  offerId: wireId("offer"),
  offerName: z.string(),
  offerState: z.enum(offerStates),
  endsAt: endOrZero,
  lastDay: wireDay
    .nullable()
    .meta({ description: "Of the offer, in `time_zone`, where it ends with a day." }),
  timeZone: z.string().meta({ description: "The offer's." }),
}).meta({ id: "CodeStock" });

export const listCodeStockContract = defineContract({
  method: "GET",
  path: "/api/v1/coupons/stock",
  tag: "Coupons",
  summary: "List what is left of the batches that messages may give codes of",
  description: "The newest fifty that match.",
  access: { permission: "coupons.read" },
  query: wireObject({ q: listQueryShape.q, batchId: wireId("batch").optional() }),
  status: 200,
  response: wireObject({ data: z.array(codeStock) }),
});
