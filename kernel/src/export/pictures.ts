import type { CatalogueTable } from "@terskel/platform/db";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import type { Scope } from "../scope.ts";
import { personRows } from "./person-rows.ts";

/** A picture of the person: in which file it comes, and where it stands. */
export type PictureAt = {
  readonly scope: Scope;
  readonly file: string;
  readonly declaration: TableDeclaration;
  readonly column: string;
  /** Which of the person's rows of the table it is. */
  readonly place: number;
};

/** What a picture's first bytes say it is. */
const kinds: readonly [ending: string, is: (image: Buffer) => boolean][] = [
  ["webp", (image) => image.toString("latin1", 8, 12) === "WEBP"],
  ["png", (image) => image.toString("latin1", 1, 4) === "PNG"],
  ["jpg", (image) => image[0] === 0xff && image[1] === 0xd8],
];

export function pictureName(table: string, number: number, image: Buffer): string {
  const [ending = "bin"] = kinds.find(([, is]) => is(image)) ?? [];
  return `pictures/${table.replace(".", "-")}-${number}.${ending}`;
}

/** The picture itself, read when its turn in the archive comes: one is in memory at a time. */
export async function* pictureBytes(
  tx: Transaction<unknown>,
  { scope, declaration, column, place }: PictureAt,
  catalogue: readonly CatalogueTable[],
): AsyncGenerator<Buffer> {
  const live = catalogue.find(({ schema, table }) => `${schema}.${table}` === declaration.table);
  let at = 0;
  for await (const { values } of live ? personRows(tx, declaration, live, scope) : []) {
    const stored = values[column];
    if (at === place && Buffer.isBuffer(stored)) return yield stored;
    at += 1;
  }
  throw new Error(`A picture of ${declaration.table} went while it was exported.`);
}
