import type { SelectOption } from "@/components/ui/forms/select";
import type { InterfaceLocale } from "@/lib/domain/users/user";

/** Each in itself, so that everybody finds their own. */
export const languageOptions: readonly SelectOption<InterfaceLocale>[] = [
  { value: "tr", label: "Türkçe" },
  { value: "en", label: "English" },
];
