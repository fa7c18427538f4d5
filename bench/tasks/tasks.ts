import { deliverToNobody, deliverToProvider, deliverToStub } from "./deliver";
import { encryptLoop, sendWebPush } from "./encrypt";
import { runJob } from "./jobs";
import { postLoop } from "./post-loop";
import { requestLoop } from "./request-loop";

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
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
