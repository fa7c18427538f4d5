import type { TestProject } from "vitest/node";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    templateUrl: string;
  }
}

/** One throw-away Postgres per run; each test file copies its migrated template. */
export async function setup(project: TestProject) {
  const { superuserUrl, templateUrl, stop } = await startTestCluster();
  project.provide("superuserUrl", superuserUrl);
  project.provide("templateUrl", templateUrl);
  return stop;
}
