import type { Language } from "@terskel/platform/i18n";
import { groupPhone } from "@terskel/platform/phone";
import type { Value } from "./access-file.ts";
import { escape } from "./escape.ts";
import type { ColumnWords } from "../words.ts";
import type { Texts } from "./texts/index.ts";

export type Formats = {
  readonly language: Language;
  readonly texts: Texts;
  readonly time: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly number: Intl.NumberFormat;
};

const locales: Readonly<Record<Language, string>> = { nb: "nb-NO", sv: "sv-SE", en: "en-GB" };

export function formatsOf(language: Language, timeZone: string, texts: Texts): Formats {
  const locale = locales[language];
  return {
    language,
    texts,
    time: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }),
    // A date of birth has no time zone.
    day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
    number: new Intl.NumberFormat(locale),
  };
}

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** E.164, as identity stores it. */
const isPhone = /^\+[1-9]\d{6,14}$/;
const isDay = /^\d{4}-\d\d-\d\d$/;

const quiet = (text: string) => `<span class="quiet">${escape(text)}</span>`;

/** A value as HTML. */
export function showValue(value: Value, words: ColumnWords, formats: Formats): string {
  const { texts, language } = formats;
  if (value === null || value === "") return "";
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") return formats.number.format(value);
  if (typeof value === "string") {
    const word = words.values?.[value]?.[language];
    if (word !== undefined) return escape(word);
    if (isTime.test(value)) return `<time datetime="${value}">${showTime(value, formats)}</time>`;
    if (isDay.test(value)) return escape(formats.day.format(new Date(value)));
    if (isPhone.test(value)) return escape(groupPhone(value));
    return escape(value);
  }
  if (Array.isArray(value)) {
    const word = (each: unknown) => words.values?.[String(each)]?.[language] ?? String(each);
    return escape(value.map(word).join(", "));
  }
  if ("file" in value) {
    const file = escape(String(value.file));
    return `<a href="${file}"><img src="${file}" alt="${escape(words[language])}" loading="lazy"></a>`;
  }
  if ("otherPerson" in value) return quiet(texts.otherPerson(String(value.otherPerson)));
  if ("withheld" in value)
    return quiet(value.withheld === "secret" ? texts.secret : texts.aboutOther);
  if (words.fields) return showFields(value, words.fields, formats);
  return escape(JSON.stringify(value));
}

const showFields = (
  value: object,
  fields: NonNullable<ColumnWords["fields"]>,
  formats: Formats,
): string =>
  Object.entries(fields)
    .flatMap(([name, words]) => {
      const inner = (value as Record<string, Value>)[name] ?? null;
      const html = showValue(inner, words, formats);
      return html === "" ? [] : `${escape(words[formats.language])}: ${html}`;
    })
    .join("<br>");

export const showTime = (iso: string, { time }: Formats) => escape(time.format(new Date(iso)));
