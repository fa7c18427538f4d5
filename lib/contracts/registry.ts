import type { Contract, NamedContract } from "@/lib/platform/http/contract";
import * as analytics from "./analytics";
import * as apiKeys from "./api-keys";
import * as audience from "./audience";
import * as audit from "./audit";
import * as auth from "./auth";
import * as automationFigures from "./automations/automation-figures";
import * as automationTests from "./automations/automation-tests";
import * as automations from "./automations/automations";
import * as enrolments from "./automations/enrolments";
import * as campaignActs from "./campaigns/campaign-acts";
import * as campaignOutlook from "./campaigns/campaign-outlook";
import * as campaignRuns from "./campaigns/campaign-runs";
import * as campaignSelections from "./campaigns/campaign-selections";
import * as campaignTiming from "./campaigns/campaign-timing";
import * as campaigns from "./campaigns/campaigns";
import * as documentExchange from "./campaigns/document-exchange";
import * as contactDetails from "./contacts/contact-details";
import * as contactImports from "./contacts/contact-imports";
import * as contactSelections from "./contacts/contact-selections";
import * as contacts from "./contacts/contacts";
import * as content from "./content";
import * as couponBatchCodes from "./coupons/batch-codes";
import * as couponBatches from "./coupons/batches";
import * as couponCodes from "./coupons/codes";
import * as invariants from "./coupons/invariants";
import * as ledger from "./coupons/ledger";
import * as memberships from "./coupons/memberships";
import * as couponOffers from "./coupons/offers";
import * as couponOrders from "./coupons/orders";
import * as couponPerformance from "./coupons/performance";
import * as couponPlans from "./coupons/plans";
import * as redeeming from "./coupons/redeeming";
import * as couponStock from "./coupons/stock";
import * as events from "./events/events";
import * as contactIdentity from "./events/identity";
import * as contactSubscriptions from "./events/subscriptions";
import * as jobs from "./jobs";
import * as invites from "./members/invites";
import * as members from "./members/members";
import * as notifications from "./notifications";
import * as firebase from "./providers/firebase";
import * as providers from "./providers/providers";
import * as realtime from "./realtime";
import * as sandbox from "./sandbox";
import * as templates from "./templates";
import * as timing from "./timing";
import * as users from "./users";
import * as workflows from "./workflows";
import * as workspaces from "./workspaces";

const modules: readonly object[] = [
  analytics,
  apiKeys,
  audience,
  audit,
  auth,
  automationFigures,
  automationTests,
  automations,
  enrolments,
  campaignActs,
  campaignOutlook,
  campaignRuns,
  campaignSelections,
  campaignTiming,
  campaigns,
  contactDetails,
  contactIdentity,
  contactImports,
  contactSelections,
  contactSubscriptions,
  contacts,
  content,
  couponStock,
  couponOrders,
  couponPerformance,
  couponBatchCodes,
  couponBatches,
  couponCodes,
  couponOffers,
  couponPlans,
  documentExchange,
  events,
  firebase,
  invites,
  invariants,
  jobs,
  ledger,
  members,
  memberships,
  notifications,
  providers,
  realtime,
  redeeming,
  sandbox,
  templates,
  timing,
  users,
  workflows,
  workspaces,
];

const suffix = "Contract";

/** Every contract: documentation, the tenancy walk and the test of routes read this list. */
export const contracts: readonly NamedContract[] = modules.flatMap((module) =>
  Object.entries(module)
    .filter(([name]) => name.endsWith(suffix))
    .map(([name, contract]) => ({ ...(contract as Contract), name: name.slice(0, -suffix.length) })),
);
