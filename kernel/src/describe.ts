import type { Answer } from "@terskel/platform/contract";
import type { declarations } from "./api/declarations.ts";
import type { Keep, Processing } from "./declare.ts";
import { labels } from "./labels.ts";

function keepSentence(keep: Keep): string {
  switch (keep.kind) {
    case "until":
      return `until ${keep.column}`;
    case "period":
      return `${keep.days} days after ${keep.after}`;
    case "law":
      return `by law (${keep.law}) after ${keep.after}`;
    case "used":
      return `until used, at the latest ${keep.until}`;
    case "with":
      return `as long as its row in ${keep.table}`;
    case "while":
      return `as long as the ${keep.lives}`;
  }
}

/** The declarations as `GET /api/v1/privacy/declarations` shows them. */
export function describeProcessing(
  processings: readonly Processing[],
): Answer<typeof declarations> {
  return {
    activities: processings
      .flatMap((p) => p.activities)
      .map((a) => ({
        id: a.id,
        purpose: a.purpose,
        ...(a.purposeFor ? { purposeFor: a.purposeFor } : {}),
        ...(a.kinds ? { kinds: [...a.kinds] } : {}),
        basis: a.basis,
        ...(a.interest ? { interest: a.interest } : {}),
        controller: a.controller,
        ...(a.groundOf ? { groundOf: a.groundOf } : {}),
        ...(a.objection ? { objection: a.objection } : {}),
        ...(a.whileRestricted ? { whileRestricted: a.whileRestricted } : {}),
        ...(a.afterAgreement ? { afterAgreement: a.afterAgreement } : {}),
        subjects: [...a.subjects],
        sources: [...a.sources],
        recipients: [...a.recipients],
        promises: [...a.promises],
        ...(a.usesNoColumn ? { usesNoColumn: a.usesNoColumn } : {}),
        ...(a.usesEveryColumn ? { usesEveryColumn: a.usesEveryColumn } : {}),
      })),
    labels: Object.entries(labels).map(([label, { dpv, text }]) => ({ label, dpv, text })),
    tables: processings
      .flatMap((p) => p.tables)
      .map((table) => ({
        table: table.table,
        ...("noPersonalData" in table ? { noPersonalData: table.noPersonalData } : {}),
        subjects:
          "subjects" in table
            ? table.subjects.map(({ who, column, references, onward }) => ({
                who,
                path: [
                  references ? `${column} = ${references}` : column,
                  ...(onward ? [`${onward.column} = ${onward.references}`] : []),
                ].join(", "),
              }))
            : [],
        ...(table.kinds ? { kinds: [...table.kinds] } : {}),
        keep: keepSentence(table.keep),
        erase: table.erase.kind,
        columns: Object.entries(table.columns).map(([column, [label, ...activities]]) => ({
          column,
          label,
          activities: [...activities],
        })),
      })),
  };
}
