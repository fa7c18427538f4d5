import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { templateCategories, templateNameCharsMax, templateSources } from "@/lib/domain/templates/template";
import { defineContract } from "@/lib/platform/http/contract";
import { content, contentsInput, contentWarnings, renderedContent } from "./content";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireLocale } from "./wire/places";
import { wireObject } from "./wire/wire-object";

const templateShape = {
  id: wireId("template"),
  name: z.string(),
  channel: z.enum(channels),
  category: z.enum(templateCategories),
  source: z.enum(templateSources),
  contents: z.array(content),
  archivedAt: wireInstant.nullable(),
  createdAt: wireInstant.nullable().meta({ description: "Null on shipped ones." }),
  updatedAt: wireInstant.nullable(),
};

export const template = wireObject(templateShape).meta({ id: "Template" });

const savedTemplate = wireObject({ ...templateShape, warnings: contentWarnings }).meta({
  id: "SavedTemplate",
});

const listedTemplate = wireObject({
  ...templateShape,
  preview: renderedContent.nullable().optional().meta({
    description: "With `preview=true`: what a sample person would get. Null when it cannot be rendered.",
  }),
}).meta({ id: "ListedTemplate" });

const name = z.string().trim().min(1).max(templateNameCharsMax);

const templateParams = wireObject({ templateId: wireId("template") });

const locale = wireLocale.optional().meta({ description: "Language of the names of shipped templates." });

const yesOrNo = z.codec(z.enum(["true", "false"]), z.boolean(), {
  decode: (value) => value === "true",
  encode: (value) => (value ? "true" : "false"),
});

const tag = "Templates";

export const listTemplatesContract = defineContract({
  method: "GET",
  path: "/api/v1/templates",
  tag,
  summary: "List templates",
  description: "The workspace's own, newest first, then the shipped ones.",
  access: { permission: "templates.read" },
  query: wireObject({
    ...listQueryShape,
    channel: wireWords(channels).optional(),
    category: wireWords(templateCategories).optional(),
    source: wireWords(templateSources).optional(),
    archived: yesOrNo.optional().meta({ description: "`true`: only archived ones." }),
    preview: yesOrNo.optional(),
    locale: locale.meta({ description: "Language of previews and of the names of shipped templates." }),
  }),
  status: 200,
  response: wireList(listedTemplate),
});

export const createTemplateContract = defineContract({
  method: "POST",
  path: "/api/v1/templates",
  tag,
  summary: "Create a template",
  description:
    "Single braces such as `{name}` become Liquid; the answer shows the result. It may be unfinished; what could never be sent is refused: 422 `content_invalid`, every field named in `errors`.",
  access: { permission: "templates.write" },
  body: wireObject({
    name,
    channel: z.enum(channels),
    category: z.enum(templateCategories).optional(),
    contents: contentsInput,
  }),
  status: 201,
  response: savedTemplate,
  idempotent: true,
});

export const getTemplateContract = defineContract({
  method: "GET",
  path: "/api/v1/templates/{template_id}",
  tag,
  summary: "Get a template",
  access: { permission: "templates.read" },
  params: templateParams,
  query: wireObject({ locale }),
  status: 200,
  response: template,
});

export const updateTemplateContract = defineContract({
  method: "PATCH",
  path: "/api/v1/templates/{template_id}",
  tag,
  summary: "Change a template",
  description: "`contents` replaces every language. Shipped templates cannot be changed: duplicate them.",
  access: { permission: "templates.write" },
  params: templateParams,
  body: wireObject({
    name: name.optional(),
    category: z.enum(templateCategories).optional(),
    contents: contentsInput.optional(),
  }),
  status: 200,
  response: savedTemplate,
});

export const duplicateTemplateContract = defineContract({
  method: "POST",
  path: "/api/v1/templates/{template_id}/duplicate",
  tag,
  summary: "Copy a template into the workspace",
  access: { permission: "templates.write" },
  params: templateParams,
  body: wireObject({ name: name.optional(), locale }),
  status: 201,
  response: template,
  idempotent: true,
});

export const archiveTemplateContract = defineContract({
  method: "POST",
  path: "/api/v1/templates/{template_id}/archive",
  tag,
  summary: "Archive a template",
  description: "It leaves the list and can come back.",
  access: { permission: "templates.write" },
  params: templateParams,
  status: 200,
  response: template,
});

export const unarchiveTemplateContract = defineContract({
  method: "POST",
  path: "/api/v1/templates/{template_id}/unarchive",
  tag,
  summary: "Bring an archived template back",
  access: { permission: "templates.write" },
  params: templateParams,
  status: 200,
  response: template,
});

export const deleteTemplateContract = defineContract({
  method: "DELETE",
  path: "/api/v1/templates/{template_id}",
  tag,
  summary: "Delete a template for good",
  description: "Campaigns that were made from it keep their content.",
  access: { permission: "templates.write" },
  params: templateParams,
  status: 204,
});
