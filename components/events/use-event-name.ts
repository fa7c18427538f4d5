import { useTranslations } from "next-intl";

/** Names that we know in words, the customer's own as they are. */
export function useEventName() {
  const t = useTranslations("events.names");
  return (name: string): string => {
    const key = name.replace(".", "_");
    return t.has(key) ? t(key) : name;
  };
}
