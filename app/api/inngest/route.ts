import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

/** For a real server's calls. With the embedded engine nobody holds the key, so all of it answers 401. */
export const { GET, POST, PUT } = serve({ client: inngest, functions, enableUnauthedSync: false });
