import type { RenderedContent } from "@/components/content/api";

/** What every drawn surface takes. */
export type FrameProps = {
  content: RenderedContent;
  /** Name of the sender: the app, the site or the mailbox. */
  sender: string;
  expanded: boolean;
  /** Of the device; the dashboard's own where nobody chose. */
  theme?: "light" | "dark";
};
