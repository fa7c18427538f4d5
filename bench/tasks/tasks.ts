import { deliverToNobody, deliverToStub } from "./deliver";
import { encryptLoop, sendWebPush } from "./encrypt";
import { runJob } from "./jobs";
import { postLoop } from "./post-loop";

/** What a child process of a benchmark can be asked for. */
export const tasks = {
  deliverToStub,
  deliverToNobody,
  postLoop,
  encryptLoop,
  sendWebPush,
  runJob,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
