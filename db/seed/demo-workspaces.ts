import type { Role } from "@/lib/domain/members/role";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { seedId } from "./seed-id";

/** Workspaces and people do not move with the calendar, so their ids never change. */
const foundedAt = new Date("2026-01-01T00:00:00Z");

export type DemoWorkspace = {
  id: string;
  slug: string;
  name: string;
  locale: InterfaceLocale;
  timeZone: string;
  country: string;
};

export const demoWorkspaces: readonly DemoWorkspace[] = [
  {
    id: seedId("workspace harbor-coffee", foundedAt),
    slug: "harbor-coffee",
    name: "Harbor Coffee",
    locale: "en",
    timeZone: "Europe/London",
    country: "GB",
  },
  {
    id: seedId("workspace lale-market", foundedAt),
    slug: "lale-market",
    name: "Lale Market",
    locale: "tr",
    timeZone: "Europe/Istanbul",
    country: "TR",
  },
];

export type DemoPerson = { id: string; role: Role; email: string; name: string; locale: InterfaceLocale };

const person = (role: Role, name: string, locale: InterfaceLocale): DemoPerson => ({
  id: seedId(`user ${role}`, foundedAt),
  role,
  email: `${role}@demo.local`,
  name,
  locale,
});

/** Members of both workspaces, so that the switcher has something to switch. */
export const demoPeople: readonly DemoPerson[] = [
  person("owner", "Ayşe Yılmaz", "en"),
  person("admin", "Mert Demir", "tr"),
  person("member", "Emma Clarke", "en"),
  person("viewer", "James Okafor", "tr"),
];

export const demoKeyId = seedId("api key", foundedAt);
