import type { Keep, TableDeclaration } from "../declare.ts";
import { keepText } from "../keep-text.ts";
import type { KeepFact } from "./shape.ts";

/** When such rows go, as far as a reader can know: what goes with another row goes when that does. */
export function keepFact(keep: Keep, tables: ReadonlyMap<string, TableDeclaration>): KeepFact {
  switch (keep.kind) {
    case "with": {
      const parent = tables.get(keep.table);
      if (!parent) throw new Error(`${keep.table} is not declared.`);
      return keepFact(parent.keep, tables);
    }
    case "until":
    case "used": {
      const kind = keep.kind === "used" ? "used" : "set";
      const days = keep.set?.atMostDays;
      return {
        kind,
        ...(days === undefined ? {} : { days }),
        text: keepText(keep),
        ...(keep.set ? { when: keep.set.when } : {}),
      };
    }
    case "period":
      return { kind: "period", days: keep.days, text: keepText(keep) };
    case "law":
      return { kind: "law", law: keep.law, text: keepText(keep) };
    case "while":
      return { kind: keep.lives, text: keepText(keep) };
  }
}
