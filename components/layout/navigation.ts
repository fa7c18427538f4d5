import {
  Activity,
  BadgeCheck,
  Bell,
  Building2,
  ChartColumn,
  Clock4,
  ContactRound,
  House,
  Inbox,
  KeyRound,
  LayoutTemplate,
  ListChecks,
  type LucideIcon,
  Megaphone,
  PlugZap,
  ReceiptText,
  Route,
  ScrollText,
  Ticket,
  Tickets,
  UsersRound,
  Workflow,
} from "lucide-react";
import { idPrefixes } from "@/lib/contracts/wire/ids";
import { type Permission, type Role, roleMay } from "@/lib/domain/members/role";

export type NavigationItem = {
  /** Also its key in the `shell.navigation` messages. */
  id: string;
  icon: LucideIcon;
  /** Below the workspace: `/acme/<path>`. */
  path: string;
  /** Pressed after G. */
  key?: string;
  /** Without it the section is not shown; the others can be read by everybody. */
  permission?: Permission;
};

export type NavigationGroup = { id: string; items: readonly NavigationItem[] };

const navigation: readonly NavigationGroup[] = [
  {
    id: "main",
    items: [
      { id: "home", icon: House, path: "", key: "h" },
      { id: "campaigns", icon: Megaphone, path: "campaigns", key: "c" },
      { id: "automations", icon: Route, path: "automations", key: "a", permission: "automations.read" },
      { id: "contacts", icon: ContactRound, path: "contacts", key: "p" },
      { id: "templates", icon: LayoutTemplate, path: "templates", key: "t" },
      { id: "notifications", icon: Bell, path: "notifications", key: "n" },
      { id: "events", icon: Activity, path: "events", key: "e" },
      { id: "providers", icon: PlugZap, path: "providers", key: "r" },
      { id: "sandboxInbox", icon: Inbox, path: "sandbox", key: "i" },
      { id: "jobs", icon: ListChecks, path: "jobs", key: "j" },
      { id: "workflows", icon: Workflow, path: "workflows", key: "f", permission: "workflows.read" },
    ],
  },
  {
    id: "coupons",
    items: [
      { id: "offers", icon: Ticket, path: "coupons/offers", key: "o", permission: "coupons.read" },
      { id: "batches", icon: Tickets, path: "coupons/batches", key: "b", permission: "coupons.read" },
      {
        id: "redemptions",
        icon: ReceiptText,
        path: "coupons/redemptions",
        key: "d",
        permission: "coupons.read",
      },
      {
        id: "couponPerformance",
        icon: ChartColumn,
        path: "coupons/performance",
        key: "v",
        permission: "coupons.read",
      },
      { id: "plans", icon: BadgeCheck, path: "coupons/plans", key: "u", permission: "coupons.read" },
    ],
  },
  {
    id: "settings",
    items: [
      { id: "workspace", icon: Building2, path: "settings/workspace", key: "s" },
      { id: "sendingRules", icon: Clock4, path: "settings/sending-rules", key: "q" },
      { id: "members", icon: UsersRound, path: "settings/members", key: "m" },
      { id: "apiKeys", icon: KeyRound, path: "settings/api-keys", key: "k", permission: "api_keys.read" },
      { id: "auditLog", icon: ScrollText, path: "settings/audit-log", key: "l", permission: "audit.read" },
    ],
  },
];

/** The sections that a role may open. */
export const navigationOf = (role: Role): NavigationGroup[] =>
  navigation.map((group) => ({
    ...group,
    items: group.items.filter(({ permission }) => !permission || roleMay(role, permission)),
  }));

type Creation = { id: string; section: string; path: string; permission: Permission };

const creations: readonly Creation[] = [
  { id: "campaign", section: "campaigns", path: "campaigns/new", permission: "campaigns.write" },
  { id: "automation", section: "automations", path: "automations?new=true", permission: "automations.write" },
  { id: "contact", section: "contacts", path: "contacts/new", permission: "contacts.write" },
  { id: "template", section: "templates", path: "templates/new", permission: "templates.write" },
  { id: "batch", section: "batches", path: "coupons/batches/new", permission: "coupons.write" },
  { id: "provider", section: "providers", path: "providers/new", permission: "providers.write" },
  { id: "offer", section: "offers", path: "coupons/offers/new", permission: "coupons.write" },
  { id: "plan", section: "plans", path: "coupons/plans?new=true", permission: "coupons.write" },
];

/** What C makes in a section, and what the palette offers to create. */
export const creationsOf = (role: Role): Creation[] =>
  creations.filter(({ permission }) => roleMay(role, permission));

/** Where a pasted id leads. */
const sectionsByPrefix: Record<string, string> = {
  [idPrefixes.campaign]: "campaigns",
  [idPrefixes.automation]: "automations",
  [idPrefixes.contact]: "contacts",
  [idPrefixes.job]: "jobs",
  [idPrefixes.template]: "templates",
  [idPrefixes.provider]: "providers",
  [idPrefixes.redemption]: "coupons/redemptions",
  [idPrefixes.offer]: "coupons/offers",
  [idPrefixes.batch]: "coupons/batches",
  [idPrefixes.workflowRun]: "workflows/runs",
  ntf: "notifications",
};

export function findPathOfId(text: string): string | undefined {
  const [id, prefix] = /^([a-z]{2,5})_[0-9A-Za-z-]{8,}$/.exec(text.trim()) ?? [];
  const section = prefix ? sectionsByPrefix[prefix] : undefined;
  return section && id ? `${section}/${id}` : undefined;
}

export const hrefOf = (slug: string, path = ""): string => (path ? `/${slug}/${path}` : `/${slug}`);

/** The navigation item a path belongs to: the longest that starts it. */
export function findActiveItem(pathname: string, slug: string): NavigationItem | undefined {
  const items = navigation.flatMap((group) => group.items);
  const matching = items.filter((item) => {
    const href = hrefOf(slug, item.path);
    return pathname === href || (item.path !== "" && pathname.startsWith(`${href}/`));
  });
  return matching.sort((left, right) => right.path.length - left.path.length)[0];
}

/** The same section of another workspace; a single object of this one exists only here. */
export function sectionHref(pathname: string, from: string, to: string): string {
  return hrefOf(to, findActiveItem(pathname, from)?.path ?? "");
}
