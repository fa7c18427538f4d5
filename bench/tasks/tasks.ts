import { claimLoop } from "./claim-loop";
import { exportCodes } from "./code-files";
import { deliverToNobody, deliverToProvider, deliverToStub } from "./deliver";
import { encryptLoop, sendWebPush } from "./encrypt";
import { runJob } from "./jobs";
import { postLoop } from "./post-loop";
import { rawLoop } from "./raw-loop";
import { requestLoop } from "./request-loop";
import { flushServed, serveBare, serveProduct } from "./serve";
import { fireTimers, idle, runTwoSteps } from "./workflows";

/** What a child process of a benchmark can be asked for. */
export const tasks = {
  deliverToStub,
  deliverToNobody,
  deliverToProvider,
  postLoop,
  requestLoop,
  rawLoop,
  serveProduct,
  serveBare,
  flushServed,
  encryptLoop,
  sendWebPush,
  runJob,
  exportCodes,
  runTwoSteps,
  fireTimers,
  idle,
  claimLoop,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
