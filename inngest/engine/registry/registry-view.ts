import { listFunctions } from "@/db/queries/workflow/functions";
import type { Connection } from "@/db/queries/workflow/statement";
import { parseFunctionConfig } from "./parse-function-config";
import { Registry } from "./registry";

/** This process' copy of what all processes registered. */
export class RegistryView {
  current = new Registry([]);
  private version: string | undefined;

  /** Reads the functions again unless the copy is of `version`. */
  async refresh(sql: Connection, version?: string): Promise<void> {
    if (version !== undefined && version === this.version) return;
    const found = await listFunctions(sql);
    this.current = new Registry(found.configs.map((config) => parseFunctionConfig(config).definition));
    this.version = found.version;
  }
}
