import { z } from "zod";
import type { Contract } from "./contract.ts";
import { responsesOf } from "./openapi-responses.ts";

const problemSchema = {
  type: "object",
  description: "RFC 9457 problem details",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "code"],
        properties: {
          path: { type: "string" },
          code: { type: "string" },
          message: { type: "string" },
        },
      },
    },
  },
};

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return json;
}

function parameters(schema: z.ZodObject | undefined, place: "path" | "query") {
  if (!schema) return [];
  const json = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (json.required ?? []).includes(name),
    schema: property,
  }));
}

function operation(contract: Contract): Json {
  return {
    operationId: contract.id,
    tags: [contract.id.split(".")[0]],
    summary: contract.summary,
    "x-terskel-activity": contract.activity,
    "x-terskel-who": contract.who,
    ...(contract.bearer
      ? { security: [{ bearer: [] }] }
      : contract.who === "anyone"
        ? { security: [] }
        : {}),
    parameters: [...parameters(contract.params, "path"), ...parameters(contract.query, "query")],
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(contract.body, "input") } },
          },
        }
      : {}),
    responses: responsesOf(contract, (schema) => schemaOf(schema, "output")),
  };
}

/**
 * The OpenAPI 3.1 document of these contracts.
 * @throws Error when two of them have one method and path
 */
export function openApi(contracts: readonly Contract[], server: string, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = contract.path.replaceAll(/:(\w+)/g, "{$1}");
    const method = contract.method.toLowerCase();
    if (paths[path]?.[method]) throw new Error(`There are two routes ${method} ${path}.`);
    paths[path] = { ...paths[path], [method]: operation(contract) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Terskel",
      version,
      description: "Doors, people and what is done with their data.",
    },
    servers: [{ url: server }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "terskel_session" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
  };
}
