import { database } from "@/db/client";

export const dynamic = "force-dynamic";

/** For load balancers: 200 while this process reaches its database. */
export async function GET(): Promise<Response> {
  const isReachable = await database()`select 1`.then(
    () => true,
    () => false,
  );
  return Response.json({ status: isReachable ? "ok" : "no_database" }, { status: isReachable ? 200 : 503 });
}
