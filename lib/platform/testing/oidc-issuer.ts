import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type Signing = { alg?: string; kid?: string; key?: CryptoKey | Uint8Array; expiresIn?: string };

export type OidcIssuer = {
  url: string;
  clientId: string;
  clientSecret: string;
  /** Whoever is signed in there; the next authorisation is theirs. */
  person: JWTPayload;
  /** How often its keys were asked for. */
  keyRequests: number;
  isDown: boolean;
  sign(claims: JWTPayload, signing?: Signing): Promise<string>;
  /** The old key is gone at once. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
};

/** An OpenID issuer on loopback, as small as a real client lets it be: discovery, keys, authorisation, tokens. */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  let current = await newKey();
  const grants = new Map<string, { challenge: string; nonce: string | null; person: JWTPayload }>();
  const server = createServer((req, res) => void answer(req, res));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const issuer: OidcIssuer = {
    url,
    clientId: "client.of.the.tests",
    clientSecret: "secret-of-the-tests",
    person: {},
    keyRequests: 0,
    isDown: false,
    sign: (claims, { alg = "RS256", kid = current.kid, key = current.privateKey, expiresIn = "1h" } = {}) =>
      new SignJWT({ iss: url, aud: issuer.clientId, ...claims })
        .setProtectedHeader({ alg, kid })
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(key),
    changeKey: async () => {
      current = await newKey();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return issuer;

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(req.url ?? "/", url);
    if (issuer.isDown) return void res.writeHead(503).end();
    switch (pathname) {
      case "/.well-known/openid-configuration":
        return json(res, 200, {
          issuer: url,
          jwks_uri: `${url}/keys`,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/keys":
        issuer.keyRequests += 1;
        return json(res, 200, { keys: [current.publicJwk] });
      case "/authorize":
        return authorise(res, searchParams);
      case "/token":
        return exchange(res, new URLSearchParams(await text(req)), req.headers.authorization ?? "");
      default:
        return void res.writeHead(404).end();
    }
  }

  function authorise(res: ServerResponse, asked: URLSearchParams): void {
    const code = randomUUID();
    const challenge = asked.get("code_challenge") ?? "";
    grants.set(code, { challenge, nonce: asked.get("nonce"), person: issuer.person });
    const target = asked.get("redirect_uri") ?? "";
    const state = asked.get("state");
    const given = { code, ...(state && { state }) };
    if (asked.get("response_mode") !== "form_post")
      return void res.writeHead(302, { location: `${target}?${new URLSearchParams(given)}` }).end();
    const fields = Object.entries(given).map(([name, value]) => `<input name=${name} value="${value}">`);
    res
      .writeHead(200, { "content-type": "text/html" })
      .end(
        `<form method=post action="${target}">${fields.join("")}</form><script>document.forms[0].submit()</script>`,
      );
  }

  async function exchange(res: ServerResponse, body: URLSearchParams, authorization: string): Promise<void> {
    const code = body.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    const basic = `Basic ${btoa(`${issuer.clientId}:${issuer.clientSecret}`)}`;
    const isClient = authorization === basic || body.get("client_secret") === issuer.clientSecret;
    if (!isClient) return json(res, 401, { error: "invalid_client" });
    if (!grant || verifier !== grant.challenge) return json(res, 400, { error: "invalid_grant" });
    const idToken = await issuer.sign({ ...grant.person, ...(grant.nonce && { nonce: grant.nonce }) });
    json(res, 200, { access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: idToken });
  }
}

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function newKey() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const kid = randomUUID();
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
}
