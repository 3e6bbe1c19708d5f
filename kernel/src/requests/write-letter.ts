import { nameInMail } from "@terskel/platform/mail";
import { isLanguage } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import type { z } from "zod";
import type { reasonCode } from "../api/requests.ts";
import { authorityOf } from "../authorities.ts";
import { zoneOf } from "./calendar.ts";
import type { RequestRow } from "./requests.ts";
import { texts } from "./texts/index.ts";
import type { Kind, Facts } from "./texts/en.ts";

/** What a person is told about their request. */
export type Letter =
  | "receipt"
  | "passed-on"
  | "proof"
  | "extended"
  | "cancelled"
  | "outcome"
  | "lift-told"
  | "lifted"
  | "ended";

/** What a law keeps after an erasure. */
export type Kept = { readonly rows: number; readonly article: string; readonly until: Date };
export type Written = { readonly subject: string; readonly text: string };
type More = {
  readonly name: string | undefined;
  readonly publicUrl: URL;
  readonly kept?: readonly Kept[];
  readonly accountToo?: boolean;
  /** Rows that go when the restriction ends, as their time is up. */
  readonly past?: number;
};

const languageOf = (row: { language: string }): Language =>
  isLanguage(row.language) ? row.language : "nb";

export const dateIn = (language: Language, country: string, at: Date) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zoneOf(country) }).format(at);

export function factsOf(row: RequestRow, language: Language): Facts {
  const { number, organisation } = row;
  const due = dateIn(language, row.country, row.due_at);
  return { number, kind: row.kind as Kind, organisation: nameInMail(organisation), due };
}

/** Writes a letter in the person's language. */
export function writeLetter(letter: Letter, row: RequestRow, more: More): Written {
  const language = languageOf(row);
  const words = texts[language];
  const facts = factsOf(row, language);
  const { subject, body } = say(letter, row, facts, language, more);
  const text = [
    words.hello(nameInMail(more.name ?? "")),
    ...body,
    ...linkOf(letter, row, words, more.publicUrl),
    words.regards(facts.organisation),
  ].join("\n\n");
  return { subject, text: `${text}\n` };
}

function say(letter: Letter, row: RequestRow, facts: Facts, language: Language, more: More) {
  const words = texts[language];
  const date = (at: Date | null) => (at ? dateIn(language, row.country, at) : "");
  switch (letter) {
    case "receipt":
      return told(words.receipt.subject(facts), words.receipt.text(facts, words.kinds[facts.kind]));
    case "passed-on":
      return told(words.passedOn.subject(facts), words.passedOn.text(facts, row.passedOnTo ?? ""));
    case "proof":
      return told(words.proof.subject(facts), words.proof.text(facts, row.proof_wanted ?? ""));
    case "extended":
      return told(
        words.extended.subject(facts),
        words.extended.text(facts, row.extension_reason ?? ""),
      );
    case "cancelled":
      return told(words.cancelled.subject(facts), words.cancelled.text(facts));
    case "lift-told":
      return {
        subject: words.liftTold.subject(facts),
        body: [
          words.liftTold.text(facts, date(row.lifts_at)),
          ...(more.past ? [words.liftTold.past(more.past)] : []),
        ],
      };
    case "lifted":
      return told(words.lifted.subject(facts), words.lifted.text(facts));
    case "ended": {
      const { name, site } = authorityOf(row.country);
      const body = [
        words.ended.text(facts, words.kinds[facts.kind]),
        words.outcome.complain(name, site),
      ];
      return { subject: words.ended.subject(facts), body };
    }
    case "outcome":
      return { subject: words.outcome.subject(facts), body: outcome(row, facts, language, more) };
  }
}

const told = (subject: string, text: string) => ({ subject, body: [text] });

function outcome(row: RequestRow, { kind }: Facts, language: Language, more: More): string[] {
  const words = texts[language].outcome;
  const date = (at: Date) => dateIn(language, row.country, at);
  const done = words.granted[kind];
  const code = row.reason_code as z.output<typeof reasonCode> | null;
  const why = [code ? words.reasons[code] : "", row.reason ?? ""].filter(Boolean).join(" ");
  const { name, site } = authorityOf(row.country);
  return [
    ...(row.decision === "refused" ? [words.refused] : []),
    ...(row.decision === "partly" ? [words.partly] : []),
    ...(row.decision === "refused"
      ? []
      : [typeof done === "string" ? done : done(row.file_until ? date(row.file_until) : "")]),
    ...(more.accountToo ? [words.account] : []),
    ...(more.kept?.length
      ? [
          [
            words.kept,
            ...more.kept.map((each) => words.keptUntil(each.rows, each.article, date(each.until))),
          ].join("\n"),
        ]
      : []),
    ...(why ? [words.reason(why)] : []),
    // Art. 12(4): also where it is granted in part, or something stays.
    ...(row.decision !== "granted" || more.kept?.length ? [words.complain(name, site)] : []),
  ];
}

/** Where to go on: the portal, or for whoever asked by an address the page that asks for a code. */
function linkOf(
  letter: Letter,
  row: RequestRow,
  words: (typeof texts)[Language],
  publicUrl: URL,
): string[] {
  const gone = row.kind === "erasure" && letter === "outcome" && row.decision !== "refused";
  if (gone || letter === "ended") return [];
  const withFile = letter === "outcome" && row.file_until;
  if (withFile && row.made === "address") {
    const page = new URL("privacy/file", publicUrl);
    page.searchParams.set("request", row.id);
    return [`${words.fetchIt} ${page.href}`];
  }
  if (!row.member_id && !row.person_id) return [];
  return [`${withFile ? words.fetchIt : words.seeIt} ${new URL("privacy", publicUrl).href}`];
}
