import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { checkContent } from "./check/check-content";
import { payloadBytesOf } from "./check/check-push";
import type { ContentProblem } from "./check/content-problem";
import { ContentSyntaxError, compileContent, type RenderedContent } from "./compile-content";
import type { Content } from "./content";
import { convertContent } from "./convert-single-braces";
import { countGraphemes } from "./graphemes";
import type { Variables } from "./liquid/compile-text";
import { LiquidProblem } from "./liquid/liquid-engine";
import { contentFor, findPreviewPerson, type PreviewContact, variablesFor } from "./preview-person";
import { foldSmsText } from "./sms/fold-sms-text";
import { type SmsCount, smsSegments } from "./sms/sms-segments";

type PreviewInput = {
  channel: Channel;
  category?: MessageCategory | undefined;
  contents: Content[];
  language?: string | undefined;
  contactId?: string | undefined;
  random?: boolean | undefined;
  variables?: Record<string, unknown> | undefined;
};

export type ContentPreview = {
  language: string;
  contact: PreviewContact | null;
  rendered: RenderedContent | null;
  lengths: { title: number; body: number; payloadBytes: number };
  sms: (SmsCount & { foldedText: string; foldedSegments: number }) | null;
  problems: ContentProblem[];
  converted: string[];
};

/** What one person would see, and everything that is wrong with the message in any language. */
export async function previewContent(ctx: WorkspaceContext, input: PreviewInput): Promise<ContentPreview> {
  ctx.require("templates.read");
  const { channel, category = "marketing" } = input;
  const [person, attributeNames] = await Promise.all([
    findPreviewPerson(ctx, {
      contactId: input.contactId,
      anyoneOn: input.random ? channel : undefined,
    }),
    listAttributeNames(ctx.scope),
  ]);
  const conversions = input.contents.map(convertContent);
  const contents = conversions.map(({ content }) => content);
  const content = contentFor(person, contents, input.language);
  const variables = {
    ...variablesFor(person, content.language),
    ...input.variables,
  };
  const rendered = renderOrNull(content, channel, category, variables);
  return {
    language: content.language,
    contact: person.contact,
    rendered,
    lengths: lengthsOf(rendered),
    sms: channel === "sms" && rendered ? countSms(rendered.body) : null,
    // Own contacts may lack an attribute that the caller passes in.
    problems: checkContent(contents, channel, {
      category,
      ...(person.variables || input.variables ? { variables } : {}),
      attributeNames: [...attributeNames, ...Object.keys(input.variables ?? {})],
    }),
    converted: [...new Set(conversions.flatMap(({ converted }) => converted))],
  };
}

/** Broken Liquid is among the problems already. */
function renderOrNull(
  content: Content,
  channel: Channel,
  category: MessageCategory,
  variables: Variables,
): RenderedContent | null {
  try {
    return compileContent(content, channel, { category, truncate: false }).render(variables);
  } catch (error) {
    if (error instanceof ContentSyntaxError || error instanceof LiquidProblem) return null;
    throw error;
  }
}

function lengthsOf(rendered: RenderedContent | null): ContentPreview["lengths"] {
  if (!rendered) return { title: 0, body: 0, payloadBytes: 0 };
  const { title, body } = rendered;
  return { title: countGraphemes(title), body: countGraphemes(body), payloadBytes: payloadBytesOf(rendered) };
}

function countSms(text: string): ContentPreview["sms"] {
  const foldedText = foldSmsText(text);
  return { ...smsSegments(text), foldedText, foldedSegments: smsSegments(foldedText).segments };
}
