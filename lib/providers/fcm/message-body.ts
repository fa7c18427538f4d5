import type { AppPushMessage } from "@/lib/domain/providers/message-port";
import { toCollapseId } from "@/lib/providers/collapse-id";

/**
 * The `messages:send` body. The platform behind a token is not known for sure, so every platform's part is filled in;
 * FCM uses the fitting one. `tag` and `apns-collapse-id` make a repeat replace what the device already shows.
 */
export function toFcmBody(message: AppPushMessage, now: number): object {
  const collapseId = toCollapseId(message.collapseKey);
  const expiresAt = message.ttlSeconds === 0 ? 0 : Math.floor(now / 1000) + message.ttlSeconds;
  const isHigh = message.priority === "high";
  const analytics = message.analyticsLabel ? { analytics_label: message.analyticsLabel } : undefined;
  return {
    message: {
      token: message.token,
      notification: { title: message.title, body: message.body, image: message.imageUrl },
      data: { ...message.data, deep_link: message.clickUrl, pushpilot_id: message.idempotencyKey },
      android: {
        priority: message.priority,
        ttl: `${message.ttlSeconds}s`,
        collapse_key: collapseId,
        notification: {
          tag: collapseId,
          channel_id: message.androidChannelId,
          color: message.color,
          sound: message.sound,
        },
      },
      apns: {
        headers: {
          "apns-priority": isHigh ? "10" : "5",
          "apns-collapse-id": collapseId,
          "apns-expiration": String(expiresAt),
        },
        payload: { aps: toAps(message) },
        fcm_options: message.imageUrl ? { image: message.imageUrl } : undefined,
      },
      webpush: {
        headers: {
          TTL: String(message.ttlSeconds),
          Urgency: message.priority,
          Topic: collapseId,
        },
        notification: {
          icon: message.iconUrl,
          badge: message.badgeUrl,
          image: message.imageUrl,
          tag: collapseId,
          requireInteraction: message.requireInteraction,
          actions: message.actions?.map((action) => ({ action: action.id, title: action.title })),
        },
        fcm_options: message.clickUrl?.startsWith("https://") ? { link: message.clickUrl } : undefined,
      },
      fcm_options: analytics,
    },
  };
}

function toAps(message: AppPushMessage): object {
  return {
    alert: message.subtitle
      ? { title: message.title, subtitle: message.subtitle, body: message.body }
      : undefined,
    badge: message.badgeCount,
    sound: message.sound,
    category: message.actions?.length ? message.actions.map((action) => action.id).join("_") : undefined,
    "mutable-content": message.imageUrl ? 1 : undefined,
  };
}
