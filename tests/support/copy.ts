import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { strFromU8, unzipSync } from "fflate";
import type { Client } from "./client.ts";

export type Copy = {
  readonly $schema: string;
  readonly format: string;
  readonly organisations: readonly { readonly name: string }[];
  readonly activities: readonly { readonly id: string }[];
  readonly tables: readonly {
    readonly table: string;
    readonly rows: readonly { readonly values: Readonly<Record<string, unknown>> }[];
  }[];
};

/** A downloaded zip: its page, and its data, valid by the schema that it names itself. */
export async function readCopy(client: Client, answer: Response) {
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; filename="[\w.-]+"$/);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const data = await validated(client, JSON.parse(text("data.json")) as Copy);
  return { files: Object.keys(files), page: text("index.html"), data };
}

/** @throws AssertionError when the file is not as the published schema that it names says */
export async function validated<Data extends { readonly $schema: string }>(
  client: Client,
  data: Data,
): Promise<Data> {
  const { pathname } = new URL(data.$schema);
  const schema = await client.send("GET", pathname);
  assert.equal(schema.status, 200);
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  assert.ok(ajv.validate(schema.body as object, data), ajv.errorsText());
  return data;
}

/** The rows of one table. */
export const rowsOf = ({ tables }: Copy, table: string) =>
  tables.find((each) => each.table === table)?.rows.map(({ values }) => values) ?? [];
