import {
  type DateTimeFormatOptions,
  type NumberFormatOptions,
  useFormatter,
  useLocale,
  useTranslations,
} from "next-intl";
import type { OfferFields } from "@/lib/domain/coupons/offers/offer-fields";
import { offerSentenceOf } from "@/lib/domain/coupons/offers/sentence/offer-sentence";
import { type SentenceTongue, sayOffer, sayPart } from "@/lib/domain/coupons/offers/sentence/say-offer";
import { weekdayInSentence } from "@/lib/domain/timing/weekday-names";

function useSentenceTongue(): SentenceTongue {
  const t = useTranslations("offers.sentence");
  const format = useFormatter();
  const locale = useLocale();
  return {
    say: (key, values) => t(key, values),
    number: (value, options) => format.number(value, options as NumberFormatOptions),
    date: (value, options) => format.dateTime(value, options as DateTimeFormatOptions),
    list: (values) => format.list(values, { type: "conjunction" }),
    weekday: (day) => weekdayInSentence(day, locale),
  };
}

type Said = (offer: OfferFields, planName: string | null) => string;

/** Everything an offer says, in one sentence. */
export function useOfferSentence(): Said {
  const tongue = useSentenceTongue();
  return (offer, planName) => sayOffer(offerSentenceOf(offer, planName), tongue);
}

/** What it gives, alone. */
export function useOfferGrant(): Said {
  const tongue = useSentenceTongue();
  return (offer, planName) => sayPart(offerSentenceOf(offer, planName).grant, tongue);
}
