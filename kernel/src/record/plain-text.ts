import type { ControllerEntry, ProcessingRecord } from "./build.ts";

type Common = Pick<ControllerEntry, "id" | "purpose" | "subjects" | "categories" | "everything">;

/** The record in English, a fact a line: so that a change of processing is reviewed like code. */
export function recordAsText({ kind, controller, processor }: ProcessingRecord): string {
  const common = ({ id, purpose, subjects, categories, everything }: Common) => [
    "",
    `${id}: ${purpose.en}`,
    ...subjects.map(({ en }) => `  about       ${en}`),
    ...categories.map(({ text, dpv }) => `  data        ${text.en} (${dpv})`),
    ...(everything ? [`  data        everything: ${everything.en}`] : []),
  ];
  const closing = ({
    transfers,
    measures,
  }: Pick<ProcessingRecord["controller"], "transfers" | "measures">) => [
    "",
    `Transfers: ${transfers.en}`,
    ...measures.map(({ en }) => `Measure: ${en}`),
  ];
  const lines = [
    `Record of processing, ${kind}. Made by \`npm run generate\` from the declarations.`,
    "",
    "AS CONTROLLER (GDPR Art. 30(1))",
    ...controller.entries.flatMap((entry) => [
      ...common(entry),
      `  basis       ${entry.basis.text.en}`,
      ...(entry.interest ? [`  interest    ${entry.interest.en}`] : []),
      ...entry.sources.map(({ en }) => `  from        ${en}`),
      ...entry.recipients.map(({ en }) => `  recipient   ${en}`),
      ...entry.limits.map(({ table, how }) => `  time limit  ${table}: ${how.en}`),
    ]),
    ...closing(controller),
    ...(processor
      ? [
          "",
          "AS PROCESSOR (GDPR Art. 30(2))",
          "",
          processor.instruction.en,
          ...processor.groups.flatMap((group) => [
            "",
            `ON BEHALF OF: ${group.kind}`,
            ...group.entries.flatMap(common),
          ]),
          ...closing(processor),
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
