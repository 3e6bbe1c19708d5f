import type { TableDeclaration } from "./declare.ts";

/** What a table is called before those who answer for it; undefined for one without personal data. */
export const deskTitle = (table: TableDeclaration | undefined) =>
  table && "title" in table ? (table.deskTitle ?? table.title) : undefined;
