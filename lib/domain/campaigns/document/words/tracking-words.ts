import type { Channel } from "@/lib/domain/channels/channel";
import { type Tracking, trackingDefaults, utmNames } from "@/lib/domain/events/tracking/tracking";
import type { DocumentTracking } from "../notification-document";

/** What is not said is as usual on the channel. */
export function toTracking(words: DocumentTracking | undefined, channel: Channel): Tracking | null {
  if (!words) return null;
  const usual = trackingDefaults(channel);
  const utm = Object.entries(words.utm_params ?? {}).filter(([, value]) => value !== undefined);
  return {
    delivery: words.enable_delivery_tracking ?? usual.delivery,
    open: words.enable_open_tracking ?? usual.open,
    click: words.enable_click_tracking ?? usual.click,
    utm: Object.fromEntries(utm),
  };
}

export function toTrackingWords({ delivery, open, click, utm }: Tracking): DocumentTracking {
  const named = utmNames.filter((name) => utm[name]).map((name) => [name, utm[name]] as const);
  return {
    enable_delivery_tracking: delivery,
    enable_open_tracking: open,
    enable_click_tracking: click,
    ...(named.length > 0 && { utm_params: Object.fromEntries(named) }),
  };
}
