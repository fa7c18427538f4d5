import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type IdKind, toWireId, wireId } from "@/lib/contracts/wire/ids";
import { type Notification, notificationsOptions } from "./api";
import { useContactName } from "./use-contact-name";

const kinds = ["run", "campaign", "contact"] as const;

export type Narrowing = { id: (typeof kinds)[number]; name: string };

/** What a link narrows the list to: the ids to ask for, and their names as any one of its rows knows them. */
export function useNarrowings(workspace: string, filters: Partial<Record<Narrowing["id"], string[]>>) {
  const t = useTranslations("notifications");
  const nameIn = useNameIn();
  const chosen = kinds.flatMap((id) => {
    const uuid = readId(id, filters[id]);
    return uuid ? [{ id, uuid }] : [];
  });
  const ids = Object.fromEntries(chosen.map(({ id, uuid }) => [`${id}Id`, uuid]));
  const any = useQuery({
    ...notificationsOptions(workspace, { ...ids, limit: 1 }),
    enabled: chosen.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const row = any.isPlaceholderData ? undefined : any.data?.data[0];
  const narrowings = chosen.map(({ id, uuid }) => ({
    id,
    name: row ? nameIn(row, id) : toWireId(id, uuid),
  }));
  const isOfCampaign = chosen.some(({ id }) => id !== "contact");
  const source = row?.campaign ?? row?.automation;
  const title = source && isOfCampaign ? t("titleOf", { name: source.name }) : undefined;
  return { ids, narrowings, title };
}

function useNameIn() {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const contactName = useContactName();
  return (row: Notification, id: Narrowing["id"]): string => {
    if (id === "contact") return contactName(row);
    const source = row.campaign ?? row.automation;
    if (id === "campaign" && source) return source.name;
    const origin = source?.name ?? t(`kinds.${row.kind}`);
    return `${origin} · ${format.dateTime(row.createdAt, "dateTime")}`;
  };
}

function readId(kind: IdKind, values: string[] | undefined): string | undefined {
  const parsed = wireId(kind).safeParse(values?.[0]);
  return parsed.success ? parsed.data : undefined;
}
