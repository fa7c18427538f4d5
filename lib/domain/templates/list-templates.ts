import { cursorOf } from "@/db/keyset";
import {
  countTemplates,
  listTemplates as listTemplateRows,
  type TemplateListFilter,
  templateOrder,
} from "@/db/queries/templates/list-templates";
import { foldText } from "@/lib/domain/contacts/contact";
import type { RenderedContent } from "@/lib/domain/content/compile-content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { fromRow } from "./own-template";
import { renderSample } from "./render-sample";
import { toTemplate } from "./shipped/find-shipped-template";
import { shippedTemplates } from "./shipped/shipped-templates";
import type { Template, TemplateSource } from "./template";

type TemplateListInput = ListInput &
  TemplateListFilter & {
    source?: TemplateSource[] | undefined;
    sort?: string | undefined;
    /** Adds each one as a sample person would get it. */
    preview?: boolean | undefined;
    /** Language of previews and of the names of shipped templates. */
    locale?: string | undefined;
  };

type ListedTemplate = Template & { preview?: RenderedContent | null };

/** The workspace's own, newest first, then the shipped ones: both in the order of their ids, downwards. */
export async function listTemplates(
  ctx: WorkspaceContext,
  input: TemplateListInput,
): Promise<Page<ListedTemplate>> {
  ctx.require("templates.read");
  parseSort(input.sort, ["-created_at"]);
  const request = parsePage(input, templateOrder.keys.length);
  const { limit, offset } = request;
  const before = request.after?.[0];
  const isAsked = (source: TemplateSource) => !input.source || input.source.includes(source);
  const shipped = isAsked("shipped") ? listShipped(input) : [];
  const ownTotal = isAsked("workspace") ? await countTemplates(ctx.scope, input) : 0;
  const own = ownTotal > 0 ? await listTemplateRows(ctx.scope, input, request) : [];
  const rest = before
    ? shipped.filter(({ id }) => id < before)
    : shipped.slice(Math.max(0, offset - ownTotal));
  const rows = [...own.map(fromRow), ...rest].slice(0, limit + 1);
  const page = toPage(rows, limit, (row) => cursorOf(templateOrder, row), ownTotal + shipped.length);
  if (!input.preview) return page;
  return {
    ...page,
    data: page.data.map((template) => ({ ...template, preview: renderSample(template, input.locale) })),
  };
}

function listShipped({ channel, category, archived, q, locale }: TemplateListInput): Template[] {
  if (archived) return [];
  const wanted = q ? foldText(q) : "";
  return shippedTemplates
    .filter((shipped) => !channel || channel.includes(shipped.channel))
    .filter((shipped) => !category || category.includes(shipped.category))
    .filter(({ name }) => foldText(`${name.tr} ${name.en}`).includes(wanted))
    .map((shipped) => toTemplate(shipped, locale))
    .sort((left, right) => (left.id < right.id ? 1 : -1));
}
