const patterns = {
  host_not_found: /ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo/,
  google_credentials: /app\/invalid-credential|invalid_grant|OAuth2 access token/i,
  wrong_project: /SENDER_ID_MISMATCH|mismatched-credential|THIRD_PARTY_AUTH_ERROR/i,
  credentials: /EAUTH|\b53[0458]\b|unauthori[sz]ed|authentication|invalid login|\b401\b/i,
  address_not_public: /unsafe_address/,
  connection_refused: /ECONNREFUSED|^refused|sandbox_unreachable|sandbox_not_running/,
  encryption: /ETLS|certificate|wrong version number|SSL routines|STARTTLS/i,
  no_answer: /ETIMEDOUT|timeout|timed out|no answer/i,
  connection_lost: /ECONNRESET|ESOCKET|EPIPE|ECONNECTION|socket hang up|^reset|goaway/i,
  throttled: /\b429\b|throttl|rate[_ ]limit|QUOTA_EXCEEDED|too many/i,
  removed: /UNREGISTERED|registration-token-not-registered|\b410\b|recipient_gone|^gone/i,
  unavailable: /\b50[0234]\b|UNAVAILABLE|INTERNAL|^4\d\d\b/i,
  mailbox_unknown: /5\.1\.[1236]\b|5\.2\.1\b|EENVELOPE/,
  refused_message: /INVALID_ARGUMENT|content_rejected|^5\d\d\b/i,
} as const;

export type AnswerKind = keyof typeof patterns;

export const answerKinds = Object.keys(patterns) as AnswerKind[];

/** What a provider's own words come to, where they are among those that are often heard. */
export const answerKindOf = (raw: string): AnswerKind | undefined =>
  answerKinds.find((kind) => patterns[kind].test(raw));
