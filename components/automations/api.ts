import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import {
  automationFiguresContract,
  listAutomationVersionsContract,
} from "@/lib/contracts/automations/automation-figures";
import {
  listAutomationTestsContract,
  type runAutomationTestsContract,
} from "@/lib/contracts/automations/automation-tests";
import {
  getAutomationContract,
  listAutomationsContract,
  type updateAutomationContract,
} from "@/lib/contracts/automations/automations";
import {
  getEnrolmentContract,
  listContactEnrolmentsContract,
  listEnrolmentsContract,
} from "@/lib/contracts/automations/enrolments";
import { topicOfOne } from "@/lib/contracts/realtime";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

const listPollMillis = 15_000;
const livePollMillis = 5_000;

export type Automation = ResultOf<typeof getAutomationContract>;
export type AutomationSummary = ResultOf<typeof listAutomationsContract>["data"][number];
export type AutomationChange = Omit<BodyOf<typeof updateAutomationContract>, "version">;
export type AutomationProblem = Automation["problems"][number];
export type AutomationFigures = ResultOf<typeof automationFiguresContract>;
export type AutomationVersion = ResultOf<typeof listAutomationVersionsContract>["data"][number];
export type Enrolment = ResultOf<typeof listEnrolmentsContract>["data"][number];
export type EnrolmentTimeline = ResultOf<typeof getEnrolmentContract>;
export type Passage = EnrolmentTimeline["passages"][number];
export type AutomationTest = ResultOf<typeof listAutomationTestsContract>["data"][number];
export type TestOutcome = ResultOf<typeof runAutomationTestsContract>["data"][number];

export const automationsKey = (workspace: string) => ["automations", workspace] as const;

/** Of all lists: what an automation that is gone takes along is not asked for again. */
export const automationListsKey = (workspace: string) => [...automationsKey(workspace), "list"] as const;

export const automationsOptions = (workspace: string, query: QueryOf<typeof listAutomationsContract>) =>
  hearing(
    ["automations"],
    queryOptions({
      queryKey: [...automationListsKey(workspace), query],
      queryFn: ({ signal }) => callApi(listAutomationsContract, { workspace, query, signal }),
      refetchInterval: listPollMillis,
      placeholderData: keepPreviousData,
    }),
  );

export const automationOptions = (workspace: string, automationId: string) =>
  hearing(
    [topicOfOne("automations", automationId)],
    queryOptions({
      queryKey: [...automationsKey(workspace), "one", automationId],
      queryFn: ({ signal }) =>
        callApi(getAutomationContract, { workspace, params: { automationId }, signal }),
      refetchInterval: listPollMillis,
    }),
  );

export const figuresOptions = (workspace: string, automationId: string) =>
  hearing(
    [topicOfOne("automations", automationId)],
    queryOptions({
      queryKey: [...automationsKey(workspace), "figures", automationId],
      queryFn: ({ signal }) =>
        callApi(automationFiguresContract, { workspace, params: { automationId }, signal }),
      refetchInterval: livePollMillis,
    }),
  );

export const versionsOptions = (workspace: string, automationId: string) =>
  hearing(
    [topicOfOne("automations", automationId)],
    queryOptions({
      queryKey: [...automationsKey(workspace), "versions", automationId],
      queryFn: ({ signal }) =>
        callApi(listAutomationVersionsContract, { workspace, params: { automationId }, signal }),
    }),
  );

export const enrolmentsOptions = (
  workspace: string,
  automationId: string,
  query: QueryOf<typeof listEnrolmentsContract>,
) =>
  hearing(
    [topicOfOne("automations", automationId)],
    queryOptions({
      queryKey: [...automationsKey(workspace), "enrolments", automationId, query],
      queryFn: ({ signal }) =>
        callApi(listEnrolmentsContract, { workspace, params: { automationId }, query, signal }),
      refetchInterval: livePollMillis,
      placeholderData: keepPreviousData,
    }),
  );

export const enrolmentOptions = (workspace: string, params: { automationId: string; enrolmentId: string }) =>
  hearing(
    [topicOfOne("automations", params.automationId), "notifications"],
    queryOptions({
      queryKey: [...automationsKey(workspace), "enrolment", params],
      queryFn: ({ signal }) => callApi(getEnrolmentContract, { workspace, params, signal }),
      refetchInterval: livePollMillis,
    }),
  );

export const contactEnrolmentsOptions = (workspace: string, contactId: string) =>
  hearing(
    ["automations"],
    queryOptions({
      queryKey: [...automationsKey(workspace), "of-contact", contactId],
      queryFn: ({ signal }) =>
        callApi(listContactEnrolmentsContract, { workspace, params: { contactId }, query: {}, signal }),
    }),
  );

export const testsOptions = (workspace: string, automationId: string) =>
  queryOptions({
    queryKey: [...automationsKey(workspace), "tests", automationId],
    queryFn: ({ signal }) =>
      callApi(listAutomationTestsContract, { workspace, params: { automationId }, signal }),
  });
