import type { Keep, TableDeclaration } from "../declare.ts";
import { keepText } from "../keep-text.ts";
import type { KeepFact } from "./shape.ts";

/** When such rows go, as far as a reader can know: what goes with another row goes when that does. */
export function keepFact(keep: Keep, tables: ReadonlyMap<string, TableDeclaration>): KeepFact {
  switch (keep.kind) {
    case "with": {
      const parent = tables.get(keep.table);
      if (!parent) throw new Error(`${keep.table} is not declared.`);
      // The columns are the other table's.
      const { column: _column, after: _after, ...fact } = keepFact(parent.keep, tables);
      return fact;
    }
    case "until":
    case "used": {
      const kind = keep.kind === "used" ? "used" : "set";
      const days = keep.set?.atMostDays;
      return {
        kind,
        ...(days === undefined ? {} : { days }),
        column: keep.kind === "used" ? keep.until : keep.column,
        ...(keep.set?.after === undefined ? {} : { after: keep.set.after }),
        text: keepText(keep),
        ...(keep.set ? { when: keep.set.when } : {}),
      };
    }
    case "period":
      return {
        kind: "period",
        days: keep.days,
        column: keep.after,
        text: keepText(keep),
      };
    case "law":
      return { kind: "law", law: keep.law, column: keep.after, text: keepText(keep) };
    case "while":
      return { kind: keep.lives, text: keepText(keep) };
  }
}
