import { claimLoop } from "./claim-loop";
import { deliverToNobody, deliverToProvider, deliverToStub } from "./deliver";
import { encryptLoop, sendWebPush } from "./encrypt";
import { runJob } from "./jobs";
import { postLoop } from "./post-loop";
import { requestLoop } from "./request-loop";
import { fireTimers, idle, runTwoSteps } from "./workflows";

/** What a child process of a benchmark can be asked for. */
export const tasks = {
  deliverToStub,
  deliverToNobody,
  deliverToProvider,
  postLoop,
  requestLoop,
  encryptLoop,
  sendWebPush,
  runJob,
  runTwoSteps,
  fireTimers,
  idle,
  claimLoop,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
