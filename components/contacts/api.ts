import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { jobsKey } from "@/components/jobs/api";
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

export const timelineOptions = (workspace: string, contactId: string) =>
  queryOptions({
    queryKey: [...contactsKey(workspace), contactId, "timeline"],
    queryFn: ({ signal }) =>
      callApi(listContactTimelineContract, {
        workspace,
        params: { contactId },
        query: { limit: 50 },
        signal,
      }),
  });

/** Acts on one contact and on many; many are jobs, whose end the caller watches. */
export function useContactActs(workspace: string) {
  const client = useQueryClient();
  const refreshContacts = () => client.invalidateQueries({ queryKey: contactsKey(workspace) });
  const refreshJobs = () => client.invalidateQueries({ queryKey: jobsKey(workspace) });
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
      onSettled: refreshContacts,
    }),
    addAddress: useMutation({
      mutationFn: ({
        contactId,
        body,
      }: {
        contactId: string;
        body: BodyOf<typeof addSubscriptionContract>;
      }) => callApi(addSubscriptionContract, { workspace, params: { contactId }, body }),
      onSuccess: refreshContacts,
    }),
    removeAddress: useMutation({
      mutationFn: (params: { contactId: string; subscriptionId: string }) =>
        callApi(removeSubscriptionContract, { workspace, params }),
      onSettled: refreshContacts,
    }),
    removeMany: useMutation({
      mutationFn: (body: SelectionBody) => callApi(deleteContactsContract, { workspace, body }),
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
      onSettled: refreshJobs,
    }),
  };
}
