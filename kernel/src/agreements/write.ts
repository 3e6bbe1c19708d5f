import { nameInMail } from "@terskel/platform/mail";
import type { Language } from "@terskel/platform/i18n";
import type { TableDeclaration } from "../declare.ts";
import { dateIn } from "../requests/write-letter.ts";
import type { Written } from "../requests/write-letter.ts";
import { deskTitle } from "../desk-title.ts";
import type { Going } from "./plan.ts";
import { texts } from "./texts/index.ts";

/** The organisation whose agreement it is. */
export type Of = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly endsAt: Date;
  readonly dataGoesAt: Date;
};
export type Reader = { readonly name: string; readonly language: Language };

const letter = (reader: Reader, subject: string, ...body: string[]): Written => ({
  subject,
  text: `${[texts[reader.language].hello(nameInMail(reader.name)), ...body].join("\n\n")}\n`,
});

/** That the agreement will end, and what then happens when. */
export function writeEnds(reader: Reader, of: Of, page: string): Written {
  const { ends } = texts[reader.language];
  const date = (at: Date) => dateIn(reader.language, of.country, at);
  const name = nameInMail(of.name);
  return letter(
    reader,
    ends.subject(name, date(of.endsAt)),
    ends.text(name, date(of.endsAt), date(of.dataGoesAt)),
    `${ends.see} ${page}`,
  );
}

export function writeGoesOn(reader: Reader, name: string): Written {
  const { goesOn } = texts[reader.language];
  return letter(reader, goesOn.subject(nameInMail(name)), goesOn.text(nameInMail(name)));
}

/** That the data goes now, and what of it; written before it goes, for whoever then is in no row any more. */
export function writeGoes(
  reader: Reader,
  of: Of,
  plan: readonly Going[],
  tables: readonly TableDeclaration[],
): Written {
  const { language } = reader;
  const { goes } = texts[language];
  const name = (table: string) =>
    deskTitle(tables.find((each) => each.table === table))?.[language] ?? goes.setUp;
  const date = (at: Date) => dateIn(language, of.country, at);
  const gone = addUp(plan, name);
  const kept = plan.filter(({ does }) => does !== "delete");
  return letter(
    reader,
    goes.subject(nameInMail(of.name)),
    goes.text(nameInMail(of.name), date(of.endsAt)),
    [...gone].map(([what, rows]) => goes.line(what, rows)).join("\n"),
    ...(kept.length === 0
      ? []
      : [
          [
            goes.kept,
            ...kept.map(({ table, rows, does, article, until }) =>
              does === "kept-by-restriction"
                ? goes.restrictedLine(name(table), rows)
                : goes.keptLine(name(table), rows, article ?? goes.hold, until ? date(until) : "–"),
            ),
          ].join("\n"),
        ]),
    goes.report,
  );
}

/** What is called the same before people is one line. */
function addUp(plan: readonly Going[], name: (table: string) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { table, does, rows } of plan) {
    if (does === "delete") sums.set(name(table), (sums.get(name(table)) ?? 0) + rows);
  }
  return sums;
}
