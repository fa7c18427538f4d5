import PostalMime from "postal-mime";
import { z } from "zod";
import type { Channel } from "@/lib/domain/channels/channel";
import { htmlToText } from "@/lib/domain/content/email/html-to-text";

/** What a person sees of a message, whichever protocol carried it. */
export type MessagePreview = {
  title: string;
  body: string;
  html: string | null;
  from: string | null;
  imageUrl: string | null;
  iconUrl: string | null;
  clickUrl: string | null;
  actions: string[];
};

const empty: MessagePreview = {
  title: "",
  body: "",
  html: null,
  from: null,
  imageUrl: null,
  iconUrl: null,
  clickUrl: null,
  actions: [],
};

const text = z.string().catch("");
const link = z.string().nullable().catch(null);
const titles = z.array(z.object({ title: z.string() })).catch([]);
const part = <S extends z.ZodRawShape>(shape: S) => z.object(shape).catch({} as never);

const fcm = z.object({
  message: z.object({
    notification: part({ title: text, body: text, image: link }),
    data: part({ deep_link: link }).optional(),
    webpush: part({ notification: part({ icon: link, actions: titles }).optional() }).optional(),
  }),
});

const webPush = z.object({
  title: text,
  body: text,
  icon: link,
  image: link,
  actions: titles,
  data: part({ deep_link: link }).optional(),
});

const plain = z.object({ text, senderId: link });

const whatsapp = z.object({
  content: z.union([
    z.object({ text: z.string() }),
    z.object({ name: z.string(), bodyParameters: z.array(z.string()).catch([]) }),
  ]),
});

const telegram = z.object({ html: text, imageUrl: link, buttons: titles });

const inApp = z.object({ title: text, body: text, imageUrl: link, clickUrl: link });

/** Reads the payload as the sandbox got it; what it cannot read shows as empty. */
export async function previewOf(channel: Channel, content: unknown): Promise<MessagePreview> {
  try {
    return { ...empty, ...(await read(channel, content)) };
  } catch {
    return empty;
  }
}

async function read(channel: Channel, content: unknown): Promise<Partial<MessagePreview>> {
  switch (channel) {
    case "app_push":
      return readFcm(fcm.parse(content).message);
    case "web_push": {
      const { title, body, icon, image, actions, data } = webPush.parse(content);
      return {
        ...{ title, body, iconUrl: icon, imageUrl: image, clickUrl: data?.deep_link ?? null },
        actions: titlesOf(actions),
      };
    }
    case "email":
      return readMail(z.string().parse(content));
    case "sms": {
      const { text: body, senderId } = plain.parse(content);
      return { body, from: senderId };
    }
    case "whatsapp": {
      const { content: said } = whatsapp.parse(content);
      return "text" in said
        ? { body: said.text }
        : { title: said.name, body: said.bodyParameters.join("\n") };
    }
    case "telegram": {
      const { html, imageUrl, buttons } = telegram.parse(content);
      return { body: toPlainText(html), imageUrl, actions: titlesOf(buttons) };
    }
    case "in_app":
      return inApp.parse(content);
  }
}

function readFcm({ notification, data, webpush }: z.infer<typeof fcm>["message"]): Partial<MessagePreview> {
  const { title, body, image } = notification;
  const { icon = null, actions = [] } = webpush?.notification ?? {};
  return {
    title,
    body,
    imageUrl: image,
    iconUrl: icon,
    clickUrl: data?.deep_link ?? null,
    actions: titlesOf(actions),
  };
}

async function readMail(raw: string): Promise<Partial<MessagePreview>> {
  const mail = await PostalMime.parse(raw);
  const { name, address } = mail.from ?? {};
  return {
    title: mail.subject ?? "",
    body: mail.text?.trim() ?? "",
    html: mail.html ?? null,
    from: name ? `${name} <${address ?? ""}>` : (address ?? null),
  };
}

const titlesOf = (items: { title: string }[]): string[] => items.map(({ title }) => title);

/** Telegram breaks lines where the text does. */
const toPlainText = (html: string): string => htmlToText(html.replaceAll("\n", "<br>"));
