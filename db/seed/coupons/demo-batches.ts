import type { BatchSource, BatchStatus } from "@/lib/domain/coupons/batches/batch";
import type { CodeDesign } from "@/lib/domain/coupons/batches/code-design";
import { checkLetterOf } from "@/lib/domain/coupons/codes/check-letter";
import { codeAlphabet, foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";
import { steadyRandom } from "../steady-random";
import type { DemoOffer } from "./demo-offers";
import type { DemoOfferKey } from "./offer-words";

export type DemoCode = { code: string; codeKey: string };

export type DemoBatch = {
  id: string;
  offerId: string;
  offerKey: DemoOfferKey;
  batchCode: string;
  name: string;
  source: BatchSource;
  status: BatchStatus;
  design: CodeDesign;
  quantity: number;
  /** In the order of their numbers. */
  codes: DemoCode[];
  honeytokens: DemoCode[];
  startedAt: Date;
  endedAt: Date;
};

type Plan = Pick<DemoBatch, "offerKey" | "source" | "status" | "quantity"> & {
  made: number;
  prefix: string;
  daysAgo: number;
  names: { en: string; tr: string };
};

const dayMillis = 86_400_000;

/** One of each fate: used up, whole and mostly unused, stopped half-way, brought from elsewhere. */
const plans: readonly Plan[] = [
  {
    offerKey: "trial",
    source: "imported",
    status: "completed",
    quantity: 400,
    made: 400,
    prefix: "CAFE-",
    daysAgo: 95,
    names: { en: "Cards of partner cafés", tr: "Anlaşmalı mağaza kartları" },
  },
  {
    offerKey: "yearly",
    source: "generated",
    status: "completed",
    quantity: 5_000,
    made: 5_000,
    prefix: "",
    daysAgo: 92,
    names: { en: "Messages and flyers", tr: "İletiler ve el ilanları" },
  },
  {
    offerKey: "autumn",
    source: "generated",
    status: "cancelled",
    quantity: 1_200,
    made: 600,
    prefix: "A-",
    daysAgo: 85,
    names: { en: "Autumn flyers", tr: "Sonbahar el ilanları" },
  },
  {
    offerKey: "vip",
    source: "generated",
    status: "completed",
    quantity: 40,
    made: 40,
    prefix: "VIP-",
    daysAgo: 80,
    names: { en: "Forty founders", tr: "Kırk kurucu" },
  },
  {
    offerKey: "monthly",
    source: "generated",
    status: "completed",
    quantity: 250,
    made: 250,
    prefix: "",
    daysAgo: 70,
    names: { en: "Letters to those who left", tr: "Ayrılanlara mektuplar" },
  },
];

const honeytokensPerBatch = 3;

export function demoBatches(workspace: DemoWorkspace, offers: DemoOffer[], now: Date): DemoBatch[] {
  return plans.map(({ made, prefix, daysAgo, names, ...plan }) => {
    const startedAt = new Date(now.getTime() - daysAgo * dayMillis + 2 * 3_600_000);
    const design = {
      prefix,
      suffix: "",
      alphabet: codeAlphabet,
      length: 10,
      hasCheckLetter: true,
      groupSize: 4,
    };
    const random = steadyRandom(`${workspace.slug} ${plan.offerKey} codes`);
    const codes = Array.from({ length: made + honeytokensPerBatch }, () => codeOf(design, random));
    return {
      ...plan,
      id: seedId(`${workspace.slug} batch ${plan.offerKey}`, startedAt),
      offerId: offers.find(({ key }) => key === plan.offerKey)?.id ?? "",
      batchCode: `BATCH-${startedAt.toISOString().slice(0, 10).replaceAll("-", "")}-001`,
      name: names[workspace.locale],
      design,
      codes: codes.slice(0, made),
      honeytokens: codes.slice(made),
      startedAt,
      endedAt: new Date(startedAt.getTime() + 900),
    };
  });
}

function codeOf({ prefix, length, groupSize }: CodeDesign, random: () => number): DemoCode {
  let letters = "";
  while (letters.length < length) letters += codeAlphabet.charAt(Math.floor(random() * codeAlphabet.length));
  const whole = letters + checkLetterOf(letters);
  const code = prefix + (whole.match(new RegExp(`.{1,${groupSize}}`, "g")) ?? []).join("-");
  return { code, codeKey: foldCode(code) ?? "" };
}
