import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { type Scenario, ScenarioPlayer, scenarioSchema } from "./scenario";

const unimpairedScenario = scenarioSchema.parse({});

/** The scenario in force for a workspace and channel: the most specific one that was set. */
export class Scenarios {
  private readonly players = new Map<string, ScenarioPlayer>();
  private readonly unimpaired = new ScenarioPlayer(unimpairedScenario);

  set(scenario: Scenario, workspaceId = "*", channel: MessageChannel | "*" = "*"): void {
    this.players.set(`${workspaceId} ${channel}`, new ScenarioPlayer(scenario));
  }

  get(workspaceId: string, channel: MessageChannel): ScenarioPlayer {
    if (this.players.size === 0) return this.unimpaired;
    return (
      this.players.get(`${workspaceId} ${channel}`) ??
      this.players.get(`${workspaceId} *`) ??
      this.players.get(`* ${channel}`) ??
      this.players.get("* *") ??
      this.unimpaired
    );
  }

  reset(workspaceId?: string): void {
    const keys = [...this.players.keys()];
    const mine = workspaceId === undefined ? keys : keys.filter((key) => key.startsWith(`${workspaceId} `));
    for (const key of mine) this.players.delete(key);
  }
}
