import { grantAccess } from "./access-grants";
import type { SandboxReply, SandboxRequest } from "./exchange";
import type { Sandbox } from "./sandbox";

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** `POST /google/token` */
export function answerTokenRequest(sandbox: Sandbox, request: SandboxRequest): SandboxReply {
  const form = new URLSearchParams(request.body.toString());
  if (form.get("grant_type") !== jwtBearer) return { status: 400, body: { error: "unsupported_grant_type" } };
  const grant = grantAccess(form.get("assertion") ?? "", sandbox.accountKeys, Date.now());
  if (grant.kind === "refused")
    return { status: 400, body: { error: "invalid_grant", error_description: grant.reason } };
  const { accessToken, expiresIn } = grant;
  return { status: 200, body: { access_token: accessToken, expires_in: expiresIn, token_type: "Bearer" } };
}
