import { type ConsentStatus, consentStatuses, foldText } from "../contact";

/** What people write in columns of consents, folded; ONAY and RET are the words of İYS. */
const consentWords: Record<ConsentStatus, readonly string[]> = {
  granted: ["yes", "evet", "e", "onay", "onayli", "kabul", "var", "true", "1", "x", "granted"],
  denied: ["no", "hayir", "h", "ret", "red", "onaysiz", "yok", "false", "0", "denied"],
};

const statusOf = new Map(
  consentStatuses.flatMap((status) => consentWords[status].map((word) => [word, status] as const)),
);

/** Whether a cell says yes or no; undefined when it says neither. */
export const findConsentWord = (text: string): ConsentStatus | undefined => statusOf.get(foldText(text));
