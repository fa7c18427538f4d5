import type { Bench, FigureGroup } from "@/bench/harness/bench";
import { type Line, toFigure } from "@/bench/harness/figure";
import { compare } from "@/bench/harness/pairs";
import { startPushService } from "@/bench/harness/stub";

const target = 0.8;

/** Web push through the adapter to a push service on this machine, against the encryption alone. */
export const webPush: FigureGroup = { names: ["B15"], measure };

async function measure(bench: Bench): Promise<Line[]> {
  const count = bench.options.profile === "full" ? 10_000 : 4_000;
  const service = await startPushService();
  const { url } = await bench.lab.createDatabase();
  const sender = bench.child(url);
  const loop = bench.child(url);
  try {
    const comparison = await compare(
      async () => ({
        units: count,
        seconds: await sender.run("sendWebPush", { count, origin: service.url }),
      }),
      async () => ({ units: count, seconds: await loop.run("encryptLoop", { count }) }),
      bench.options.pairs,
    );
    return [
      toFigure({
        name: "B15 web push",
        unit: "messages/s",
        target,
        goal: "at least",
        rows: count,
        ...comparison,
      }),
    ];
  } finally {
    service.close();
    await Promise.all([sender.stop(), loop.stop()]);
  }
}
