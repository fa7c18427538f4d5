import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { toast } from "@/components/ui/feedback/toast";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { detailOf, fieldErrorsOf } from "@/lib/browser/field-errors";
import {
  archiveTemplateContract,
  createTemplateContract,
  deleteTemplateContract,
  duplicateTemplateContract,
  listTemplatesContract,
  unarchiveTemplateContract,
  updateTemplateContract,
} from "@/lib/contracts/templates";
import type { Template } from "@/lib/domain/templates/template";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type ListedTemplate = ResultOf<typeof listTemplatesContract>["data"][number];

type TemplateQuery = QueryOf<typeof listTemplatesContract>;

export const templatesOptions = (workspace: string, query: TemplateQuery) =>
  infiniteQueryOptions({
    queryKey: ["templates", workspace, "list", query],
    queryFn: ({ pageParam, signal }) =>
      callApi(listTemplatesContract, {
        workspace,
        query: { ...query, preview: true, limit: 24, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

type TemplateInput = BodyOf<typeof createTemplateContract>;

/** The acts on a template, each with its message and, where it can be taken back, an undo. */
export function useTemplateActs(workspace: string) {
  const t = useTranslations("templates");
  const locale = useLocale();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["templates", workspace] });
  const onError = (error: unknown) => toastRefusal(t("failed"), error);

  const unarchive = useMutation({
    mutationFn: ({ id }: Template) =>
      callApi(unarchiveTemplateContract, { workspace, params: { templateId: id } }),
    onSuccess: (template) => {
      toast.success(t("unarchived", { name: template.name }));
      return onSuccess();
    },
    onError,
  });
  const archive = useMutation({
    mutationFn: ({ id }: Template) =>
      callApi(archiveTemplateContract, { workspace, params: { templateId: id } }),
    onSuccess: (template) => {
      const undo = { label: t("undo"), onClick: () => unarchive.mutate(template) };
      toast.success(t("archived", { name: template.name }), { action: undo });
      return onSuccess();
    },
    onError,
  });
  const duplicate = useMutation({
    mutationFn: ({ id }: Template) =>
      callApi(duplicateTemplateContract, { workspace, params: { templateId: id }, body: { locale } }),
    onSuccess: (template) => {
      toast.success(t("duplicated", { name: template.name }));
      return onSuccess();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Template) =>
      callApi(deleteTemplateContract, { workspace, params: { templateId: id } }),
    onSuccess: (_, template) => {
      toast.success(t("deleted", { name: template.name }));
      return onSuccess();
    },
    onError,
  });
  return { archive, unarchive, duplicate, remove };
}

/** Creates without an id, changes with one. */
export function useSaveTemplate(workspace: string) {
  const t = useTranslations("templates");
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...input }: TemplateInput & { id?: string | undefined }) => {
      if (!id) return callApi(createTemplateContract, { workspace, body: input });
      const { channel: _, ...change } = input;
      return callApi(updateTemplateContract, { workspace, params: { templateId: id }, body: change });
    },
    onSuccess: () => {
      toast.success(t("saved"));
      return client.invalidateQueries({ queryKey: ["templates", workspace] });
    },
    onError: (error) => {
      const count = Object.keys(fieldErrorsOf(error)).length;
      if (count === 0) toastRefusal(t("failed"), error);
      else toast.error(detailOf(error) ?? t("failed"), { description: t("editor.fix", { count }) });
    },
  });
}
