import { languages, type Language } from "@terskel/platform/i18n";

type Letter = { subject: string; text: string };
export type Written = { readonly [L in Language]?: Letter | undefined };
type Filled = Record<Language, Letter>;

const empty = { subject: "", text: "" };

/** The subject in the reader's language, else in the first that it is written in. */
export const subjectIn = (texts: Written, language: Language): string =>
  (texts[language] ?? texts.nb ?? texts.sv ?? texts.en)?.subject ?? "";

/** For a form, which has a field for every language. */
export const toFields = (texts: Written | undefined): Filled => ({
  nb: texts?.nb ?? empty,
  sv: texts?.sv ?? empty,
  en: texts?.en ?? empty,
});

/** Without the languages in which nothing was written. */
export const fromFields = (fields: Filled): Written =>
  Object.fromEntries(
    languages.flatMap((each) => {
      const { subject, text } = fields[each];
      return subject.trim() || text.trim() ? [[each, { subject, text }]] : [];
    }),
  );
