import { provideEnv } from "@/lib/platform/env";
import type { Bench } from "./bench";
import { bundle, Child } from "./child";
import { openLab } from "./lab";
import { type Options, profileArgs } from "./options";
import { type Population, populate } from "./population";

export async function openBench(options: Options): Promise<Bench & { close(): Promise<void> }> {
  const [lab] = await Promise.all([openLab(), bundle()]);
  provideEnv({ PUSHPILOT_DATA: lab.folder });
  const populations = new Map<number, Promise<Population>>();
  const children: Child[] = [];
  return {
    lab,
    options,
    population(recipients) {
      const made =
        populations.get(recipients) ?? lab.createDatabase().then((base) => populate(base, recipients));
      populations.set(recipients, made);
      return made;
    },
    freshPopulation: async (recipients) => populate(await lab.createDatabase(), recipients),
    child(url, env = {}) {
      const child = Child.start(
        { DATABASE_URL: url, PUSHPILOT_DATA: lab.folder, ...env },
        profileArgs(options),
      );
      children.push(child);
      return child;
    },
    async close() {
      await Promise.all(children.map((child) => child.stop()));
      await lab.close();
    },
  };
}
