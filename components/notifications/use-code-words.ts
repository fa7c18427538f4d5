import { useTranslations } from "next-intl";

/** What a failure code means, where it is one of those we know; the code itself else. */
export function useCodeWords(): (code: string) => string {
  const t = useTranslations("notifications.failureCodes");
  return (code) => (t.has(code) ? t(code) : code);
}
