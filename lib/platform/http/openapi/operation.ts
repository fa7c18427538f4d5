import type { Access, Contract, NamedContract } from "../contract";
import { problemResponses } from "./problem-responses";
import type { JsonSchema, SchemaComponents } from "./schema-components";

/** One contract as an OpenAPI operation. */
export function toOperation(contract: NamedContract, components: SchemaComponents): object {
  const { access } = contract;
  const parameters = [
    ...parametersOf(contract, "path", components),
    ...parametersOf(contract, "query", components),
    ...headerParameters(contract),
  ];
  return {
    operationId: contract.name,
    tags: [contract.tag],
    summary: contract.summary,
    ...descriptionOf(contract),
    ...(typeof access === "object" && { "x-permission": access.permission }),
    security: securityOf(access),
    ...(parameters.length > 0 && { parameters }),
    ...requestBodyOf(contract, components),
    responses: { [contract.status]: successOf(contract, components), ...problemResponses(contract) },
  };
}

/** Every content type that the address speaks, the usual one first. */
const formsOf = (contract: Contract): readonly Contract[] => [contract, ...(contract.alternatives ?? [])];

function descriptionOf(contract: Contract): { description?: string } {
  const texts = formsOf(contract).flatMap(({ description }) => description ?? []);
  return texts.length > 0 ? { description: texts.join("\n\n") } : {};
}

function securityOf(access: Access): object[] {
  if (access === "public") return [];
  const person = [{ accessToken: [] }, { session: [] }];
  return access === "user" ? person : [{ apiKey: [] }, ...person];
}

function parametersOf(
  contract: Contract,
  place: "path" | "query",
  components: SchemaComponents,
): JsonSchema[] {
  const schema = place === "path" ? contract.params : contract.query;
  if (!schema) return [];
  const { properties = {}, required = [] } = components.toJsonSchema(schema, "request");
  const names = required as string[];
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: names.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function headerParameters(contract: Contract): object[] {
  const isOfWorkspace = typeof contract.access === "object";
  return [
    ...(contract.idempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ...(isOfWorkspace && !contract.path.includes("{workspace_id}")
      ? [{ $ref: "#/components/parameters/WorkspaceId" }]
      : []),
  ];
}

function requestBodyOf(contract: Contract, components: SchemaComponents): object {
  if (contract.rawBody) {
    const file = { schema: { type: "string", format: "binary" } };
    const content = Object.fromEntries(contract.rawBody.map((type) => [type, file]));
    return { requestBody: { required: true, content } };
  }
  if (!contract.body) return {};
  const content = formsOf(contract).flatMap(({ body, bodyType = "application/json" }) =>
    body ? [[bodyType, { schema: components.toJsonSchema(body, "request") }] as const] : [],
  );
  return { requestBody: { required: true, content: Object.fromEntries(content) } };
}

function successOf(contract: Contract, components: SchemaComponents): object {
  const headers = { "X-Request-Id": { $ref: "#/components/headers/RequestId" } };
  if (contract.response)
    return { description: contract.summary, headers, content: responsesOf(contract, components) };
  if (!contract.responseType) return { description: contract.summary, headers };
  const schema = { type: "string" };
  return { description: contract.summary, headers, content: { [contract.responseType]: { schema } } };
}

/** Answers of one content type that differ by what was sent are told as alternatives. */
function responsesOf(contract: Contract, components: SchemaComponents): object {
  const forms = formsOf(contract).flatMap(({ response, responseType = "application/json" }) =>
    response ? [{ type: responseType, schema: components.toJsonSchema(response, "response") }] : [],
  );
  const byType = [...Map.groupBy(forms, ({ type }) => type)];
  return Object.fromEntries(
    byType.map(([type, [first, ...others]]) => [
      type,
      { schema: others.length > 0 ? { oneOf: [first, ...others].map((one) => one?.schema) } : first?.schema },
    ]),
  );
}
