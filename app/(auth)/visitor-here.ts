import { headers } from "next/headers";
import { type VisitorContext, visitorFrom } from "@/lib/platform/context/visitor-context";
import { originFrom } from "@/lib/platform/http/origin-from";

/** Whoever looks at this page. */
export const visitorHere = async (): Promise<VisitorContext> => visitorFrom(originFrom(await headers()));
