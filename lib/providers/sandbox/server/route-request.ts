import { answerChannelSend, isGenericChannel } from "./channel-route";
import { answerControl } from "./control-route";
import type { SandboxReply, SandboxRequest } from "./exchange";
import { answerFcmSend } from "./fcm-route";
import type { Sandbox } from "./sandbox";
import { answerTokenRequest } from "./token-route";
import { answerWebPush } from "./web-push-route";

const fcmSendPath = /^(?:\/fcm)?\/v1\/projects\/([^/]+)\/messages:send$/;
const webPushPath = /^\/wpush\/v2\/([\w.-]+)$/;
const channelSendPath = /^\/channels\/(\w+)\/messages$/;

export function routeRequest(sandbox: Sandbox, request: SandboxRequest): SandboxReply {
  if (request.path.startsWith("/_/")) return answerControl(sandbox, request);
  if (request.method !== "POST") return { status: 405, body: { error: "POST only" } };
  const project = fcmSendPath.exec(request.path)?.[1];
  if (project) return answerFcmSend(sandbox, request, project);
  if (request.path === "/google/token") return answerTokenRequest(sandbox, request);
  const subscription = webPushPath.exec(request.path)?.[1];
  if (subscription) return answerWebPush(sandbox, request, subscription);
  const channel = channelSendPath.exec(request.path)?.[1];
  if (channel && isGenericChannel(channel)) return answerChannelSend(sandbox, request, channel);
  return { status: 404, body: { error: `no ${request.method} ${request.path}` } };
}
