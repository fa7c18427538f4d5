import { z } from "zod";
import {
  batchNameCharsMax,
  batchSources,
  batchStatuses,
  codesPerBatchMax,
  honeytokensMax,
} from "@/lib/domain/coupons/batches/batch";
import { randomLettersMax } from "@/lib/domain/coupons/batches/code-design";
import { guessesPerHitMin } from "@/lib/domain/coupons/batches/code-odds";
import { codeAlphabet, codeCharsMax } from "@/lib/domain/coupons/codes/fold-code";
import { defineContract } from "@/lib/platform/http/contract";
import { job } from "../jobs";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";

const wholeNumber = z.number().int();

const designShape = {
  prefix: z.string().max(codeCharsMax),
  suffix: z.string().max(codeCharsMax),
  alphabet: z
    .string()
    .max(64)
    .meta({ description: `Signs of ${codeAlphabet}.` }),
  length: wholeNumber.meta({ description: `Random letters, at most ${randomLettersMax}.` }),
  hasCheckLetter: z.boolean(),
  groupSize: wholeNumber.meta({ description: "Signs between two dashes; 0 = no dashes." }),
};

const codeDesign = wireObject({
  ...designShape,
  groups: z
    .array(wholeNumber)
    .optional()
    .meta({ description: "Sizes of the groups where they are not all alike." }),
}).meta({ id: "CodeDesign" });

const designInput = wireObject({
  pattern: z
    .string()
    .max(2 * codeCharsMax)
    .optional()
    .meta({
      description:
        "Instead of prefix, suffix, length and groups: `BAHAR-####-####-###`. With a check letter the last # is it.",
    }),
  prefix: designShape.prefix.optional(),
  suffix: designShape.suffix.optional(),
  alphabet: designShape.alphabet.optional(),
  length: designShape.length.optional(),
  hasCheckLetter: designShape.hasCheckLetter.optional(),
  groupSize: designShape.groupSize.optional(),
});

const receipt = wireObject({
  requested: wholeNumber,
  generated: wholeNumber,
  distinct: wholeNumber,
  replaced: wholeNumber.meta({ description: "Codes that existed already, replaced by others." }),
  refused: wholeNumber.meta({ description: "Rows of a file that were there by the time they were written." }),
  millis: wholeNumber.meta({ description: "Time spent writing, pauses left out." }),
});

export const batch = wireObject({
  id: wireId("batch"),
  batchCode: z.string(),
  name: z.string(),
  offer: wireObject({ id: wireId("offer"), name: z.string() }),
  source: z.enum(batchSources),
  status: z.enum(batchStatuses),
  design: codeDesign,
  quantity: wholeNumber,
  generated: wholeNumber,
  allocated: wholeNumber.meta({ description: "Codes set aside for recipients." }),
  used: wholeNumber.meta({ description: "Live redemptions." }),
  honeytokens: wholeNumber.meta({
    description: "Extra codes given to nobody: whoever tries one is guessing.",
  }),
  isDisabled: z.boolean(),
  ratePerSecond: wholeNumber.nullable(),
  secondsLeft: wholeNumber.nullable(),
  receipt: receipt
    .nullable()
    .meta({ description: "Counted from the codes themselves, once they are all there." }),
  errorDetail: z.string().nullable(),
  jobId: wireId("job").nullable(),
  createdBy: z.string(),
  createdAt: wireInstant,
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
}).meta({ id: "CouponBatch" });

export const batchParams = wireObject({ batchId: wireId("batch") });
export const batchWithJob = wireObject({ batch, job });
export const batchName = z.string().trim().max(batchNameCharsMax);
const tag = "Coupons";
const path = "/api/v1/coupons/batches";
const read = { permission: "coupons.read" } as const;
const write = { permission: "coupons.write" } as const;

export const listBatchesContract = defineContract({
  method: "GET",
  path,
  tag,
  summary: "List batches of codes",
  description: "Sort by created_at, name or quantity.",
  access: read,
  query: wireObject({
    ...listQueryShape,
    status: wireWords(batchStatuses).optional(),
    source: wireWords(batchSources).optional(),
    offerId: wireId("offer").optional(),
  }),
  status: 200,
  response: wireList(batch),
});

export const createBatchContract = defineContract({
  method: "POST",
  path,
  tag,
  summary: "Generate a batch of codes",
  description: `Up to ${codesPerBatchMax} codes, written in the background. Without a design ten random letters and a check letter, \`####-####-###\`. A design of which fewer than ${guessesPerHitMin} guesses find a code is refused: 422 \`design_guessable\`.`,
  access: write,
  body: wireObject({
    offerId: wireId("offer"),
    name: batchName.optional(),
    quantity: wholeNumber,
    design: designInput.optional(),
    honeytokens: wholeNumber.min(0).max(honeytokensMax).optional(),
  }),
  status: 202,
  response: batchWithJob,
  idempotent: true,
});

export const previewBatchContract = defineContract({
  method: "POST",
  path: `${path}/preview`,
  tag,
  summary: "See what a design would give",
  description:
    "Five made-up codes, how many there could be, and how hard one is to guess. Nothing is written.",
  access: write,
  body: wireObject({ design: designInput, quantity: wholeNumber }),
  status: 200,
  response: wireObject({
    design: codeDesign,
    samples: z.array(z.string()),
    existing: wholeNumber.meta({ description: "Codes of the workspace so far." }),
    codeSpace: z.number().meta({ description: "How many codes the design can make." }),
    guessesPerHit: z.number().meta({ description: "One guess in so many finds a code of the batch." }),
    secondsPerHit: z.number().meta({ description: "How long that takes at 100 guesses a second." }),
    collisionsExpected: z.number().meta({ description: "Codes that will have to be replaced." }),
    refusal: z
      .strictObject({
        pointer: z.string(),
        code: z.string(),
        detail: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .nullable()
      .meta({ description: "Why the batch would be refused." }),
  }),
});

export const getBatchContract = defineContract({
  method: "GET",
  path: `${path}/{batch_id}`,
  tag,
  summary: "Get a batch",
  access: read,
  params: batchParams,
  status: 200,
  response: batch,
});

export const deleteBatchContract = defineContract({
  method: "DELETE",
  path: `${path}/{batch_id}`,
  tag,
  summary: "Delete a batch with its codes",
  description:
    "Only when nobody was ever given or used one of them: 409 `batch_in_use`. While a campaign or an automation names it: 409 `batch_named`.",
  access: write,
  params: batchParams,
  status: 202,
  response: job,
});

const act = (word: string, summary: string, description?: string) =>
  ({
    method: "POST",
    path: `${path}/{batch_id}/${word}`,
    tag,
    summary,
    ...(description ? { description } : {}),
    access: write,
    params: batchParams,
  }) as const;

export const pauseBatchContract = defineContract({
  ...act("pause", "Pause a batch"),
  status: 200,
  response: batch,
});

export const resumeBatchContract = defineContract({
  ...act("resume", "Resume a paused batch"),
  status: 200,
  response: batch,
});

export const cancelBatchContract = defineContract({
  ...act("cancel", "Cancel a batch", "Codes that exist stay usable, unless `delete_codes` is true."),
  body: wireObject({ deleteCodes: z.boolean().optional() }),
  status: 200,
  response: batch,
});

export const disableBatchContract = defineContract({
  ...act("disable", "Disable all codes of a batch"),
  status: 202,
  response: job,
});

export const enableBatchContract = defineContract({
  ...act("enable", "Enable all codes of a batch"),
  status: 202,
  response: job,
});
