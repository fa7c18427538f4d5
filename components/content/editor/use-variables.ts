import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { contentVariablesOptions } from "@/components/content/api";
import { foldText } from "@/lib/domain/contacts/contact";
import { attributePath, variableNames } from "@/lib/domain/content/contact-variables";

/** `name` as Liquid reads it: `first_name`, `attributes.plan`, `attributes["Plan name"]`. */
export type OfferedVariable = { name: string; label: string };

/** The product's and the workspace's own variables that match; none while nothing is searched. */
export function useVariables(workspace: string, search: string | null): OfferedVariable[] {
  const t = useTranslations("content.variables");
  const { data } = useQuery({ ...contentVariablesOptions(workspace), enabled: search !== null });
  if (search === null) return [];
  const known = variableNames.map((name) => ({ name, label: t(name.replace(".", "_")) }));
  const own = (data?.attributes ?? []).map((name) => ({ name: attributePath(name), label: name }));
  const wanted = foldText(search);
  return [...known, ...own].filter(({ name, label }) => foldText(`${label} ${name}`).includes(wanted));
}
