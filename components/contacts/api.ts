import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { jobsKey } from "@/components/jobs/api";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import {
  addSubscriptionContract,
  listContactFieldsContract,
  listContactTimelineContract,
  removeSubscriptionContract,
} from "@/lib/contracts/contacts/contact-details";
import { undoImportContract } from "@/lib/contracts/contacts/contact-imports";
import {
  deleteContactsContract,
  exportContactsContract,
  tagContactsContract,
} from "@/lib/contracts/contacts/contact-selections";
import {
  deleteContactContract,
  getContactContract,
  listContactsContract,
  updateContactContract,
  upsertContactContract,
} from "@/lib/contracts/contacts/contacts";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Contact = ResultOf<typeof listContactsContract>["data"][number];
export type ContactDetail = ResultOf<typeof getContactContract>;
export type ContactChange = BodyOf<typeof updateContactContract>;
export type TimelineEntry = ResultOf<typeof listContactTimelineContract>["data"][number];
export type SelectionBody = BodyOf<typeof deleteContactsContract>;

export const contactsKey = (workspace: string) => ["contacts", workspace] as const;

export const contactsOptions = (workspace: string, query: QueryOf<typeof listContactsContract>) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), "list", query],
    queryFn: ({ signal }) => callApi(listContactsContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });

export const contactOptions = (workspace: string, contactId: string) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), contactId],
    queryFn: ({ signal }) => callApi(getContactContract, { workspace, params: { contactId }, signal }),
  });

export const contactFieldsOptions = (workspace: string) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), "fields"],
    queryFn: ({ signal }) => callApi(listContactFieldsContract, { workspace, signal }),
  });

/** Of each kind of thing in a timeline. */
export const timelineMax = 50;

export const timelineOptions = (workspace: string, contactId: string) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), contactId, "timeline"],
    queryFn: ({ signal }) =>
      callApi(listContactTimelineContract, {
        workspace,
        params: { contactId },
        query: { limit: timelineMax },
        signal,
      }),
  });

type NewAddress = { contactId: string; body: BodyOf<typeof addSubscriptionContract> };

/** Acts on one contact and on many; many are jobs, whose end the caller watches. Forms show their own refusals. */
export function useContactActs(workspace: string) {
  const t = useTranslations("contacts");
  const client = useQueryClient();
  const refreshContacts = () => client.invalidateQueries({ queryKey: contactsKey(workspace) });
  const refreshJobs = () => client.invalidateQueries({ queryKey: jobsKey(workspace) });
  const addAddress = ({ contactId, body }: NewAddress) =>
    callApi(addSubscriptionContract, { workspace, params: { contactId }, body });
  return {
    create: useMutation({
      mutationFn: (body: BodyOf<typeof upsertContactContract>) =>
        callApi(upsertContactContract, { workspace, body }),
      onSettled: refreshContacts,
    }),
    update: useMutation({
      mutationFn: ({ contactId, body }: { contactId: string; body: ContactChange }) =>
        callApi(updateContactContract, { workspace, params: { contactId }, body }),
      // The form opens with what is here, before it is asked for again.
      onSuccess: (saved) => client.setQueryData(contactOptions(workspace, saved.id).queryKey, saved),
      onSettled: refreshContacts,
    }),
    remove: useMutation({
      mutationFn: (contactId: string) => callApi(deleteContactContract, { workspace, params: { contactId } }),
      onError: (error) => toastRefusal(t("delete.failed"), error),
      onSettled: refreshContacts,
    }),
    addAddress: useMutation({ mutationFn: addAddress, onSuccess: refreshContacts }),
    restoreAddress: useMutation({
      mutationFn: addAddress,
      onSuccess: refreshContacts,
      onError: (error) => toastRefusal(t("failed"), error),
    }),
    removeAddress: useMutation({
      mutationFn: (params: { contactId: string; subscriptionId: string }) =>
        callApi(removeSubscriptionContract, { workspace, params }),
      onError: (error) => toastRefusal(t("failed"), error),
      onSettled: refreshContacts,
    }),
    removeMany: useMutation({
      mutationFn: (body: SelectionBody) => callApi(deleteContactsContract, { workspace, body }),
      onError: (error) => toastRefusal(t("bulk.failed"), error),
      onSettled: refreshJobs,
    }),
    tagMany: useMutation({
      mutationFn: (body: BodyOf<typeof tagContactsContract>) =>
        callApi(tagContactsContract, { workspace, body }),
      onSettled: refreshJobs,
    }),
    exportMany: useMutation({
      mutationFn: (body: BodyOf<typeof exportContactsContract>) =>
        callApi(exportContactsContract, { workspace, body }),
      onSettled: refreshJobs,
    }),
    undoImport: useMutation({
      mutationFn: (jobId: string) => callApi(undoImportContract, { workspace, params: { jobId } }),
      onError: (error) => toastRefusal(t("import.undoFailed"), error),
      onSettled: refreshJobs,
    }),
  };
}
