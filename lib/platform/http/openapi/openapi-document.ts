import type { NamedContract } from "../contract";
import { toOperation } from "./operation";
import { problemComponents, problemSchema } from "./problem-responses";
import { SchemaComponents } from "./schema-components";

const description = `Everything the dashboard does, it does through this API.

Ids carry their kind (\`con_…\`). Times are ISO 8601. Unknown fields are refused by name. Lists page by \`limit\` and \`after\`, or
by \`page\` and \`page_size\`. Repeats of a creating request with the same \`Idempotency-Key\` get the first answer again.`;

const securitySchemes = {
  apiKey: { type: "http", scheme: "bearer", description: "An API key of a workspace, `pp_live_…`." },
  accessToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "A person's short-lived token from `/api/v1/auth/login`; name the workspace in `X-Workspace-ID`.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "The dashboard's cookie.",
  },
};

const parameters = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "Up to 255 characters of your choice. A repeat gets the first answer again.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
  WorkspaceId: {
    name: "X-Workspace-ID",
    in: "header",
    required: false,
    description: "Id or slug of the workspace. An API key knows its own; a person must say.",
    schema: { type: "string" },
  },
};

/** OpenAPI 3.1 of these contracts; the same contracts give the same document. */
export function buildOpenApi(contracts: readonly NamedContract[]): object {
  const components = new SchemaComponents();
  const paths: Record<string, Record<string, object>> = {};
  const ordered = [...contracts].sort((a, b) => a.path.localeCompare(b.path, "en"));
  for (const contract of ordered) {
    const operations = paths[contract.path] ?? {};
    operations[contract.method.toLowerCase()] = toOperation(contract, components);
    paths[contract.path] = operations;
  }
  const tags = [...new Set(ordered.map((contract) => contract.tag))].sort();
  return {
    openapi: "3.1.1",
    info: { title: "PushPilot API", version: "1", description },
    servers: [{ url: "/" }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...components.list(), Problem: problemSchema },
      responses: problemComponents(),
      parameters,
      headers: {
        RequestId: { description: "Quote it when you report a problem.", schema: { type: "string" } },
      },
      securitySchemes,
    },
  };
}
