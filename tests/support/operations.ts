import type { Client } from "./client.ts";

/** A JSON schema, as far as the API's document uses it. */
export type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
};

/** A route, as the API's document describes it. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly who: string;
  /** Called with a token of a programme's own, before anything else of it is read. */
  readonly bearer: boolean;
  /** The schema of its body, when it takes one. */
  readonly body: Schema | undefined;
  readonly query: readonly string[];
};

type Described = {
  readonly "x-terskel-who": string;
  readonly operationId: string;
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
};

/** Every route there is, from `/api/openapi.json`. */
export async function readOperations(client: Client): Promise<Operation[]> {
  const document = (await client.send("GET", "/api/openapi.json")).body as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      id: described.operationId,
      who: described["x-terskel-who"],
      bearer: described.security?.some((each) => "bearer" in each) ?? false,
      body: described.requestBody?.content["application/json"]?.schema,
      query: described.parameters.filter((each) => each.in === "query").map(({ name }) => name),
    })),
  );
}
