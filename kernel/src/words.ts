import type { Text } from "@terskel/platform/i18n";

/**
 * What a reader is shown of a column: its name and, where its values are codes, words for them; where
 * they have fields, those that a reader has not read beside it already.
 */
export type ColumnWords = Text & {
  readonly values?: Readonly<Record<string, Text>>;
  readonly fields?: Readonly<Record<string, ColumnWords>>;
};

/** One text in the product's languages, in the order in which people here read them. */
export const text = (nb: string, sv: string, en: string): Text => ({ nb, sv, en });

/** What ends at once, everywhere, when a person objects to it (Art. 21(2) and (3)). */
export const endsAtOnce = {
  "direct-marketing": text("direkte markedsføring", "direkt marknadsföring", "direct marketing"),
  profiling: text("profilering", "profilering", "profiling"),
};

/** Columns that mean the same in every table. Every other one brings its words with its declaration. */
export const commonWords = {
  id: text("Nummer", "Nummer", "Number"),
  organisation_id: text("Organisasjon", "Organisation", "Organisation"),
  member_id: text("Person", "Person", "Person"),
  person_id: text("Konto", "Konto", "Account"),
  name: text("Navn", "Namn", "Name"),
  email: text("E-post", "E-post", "E-mail"),
  phone: text("Telefon", "Telefon", "Telephone"),
  address: text("E-post eller telefon", "E-post eller telefon", "E-mail or telephone"),
  language: {
    ...text("Språk", "Språk", "Language"),
    values: {
      nb: text("norsk", "norska", "Norwegian"),
      sv: text("svensk", "svenska", "Swedish"),
      en: text("engelsk", "engelska", "English"),
    },
  },
  at: text("Tidspunkt", "Tidpunkt", "Time"),
  created_at: text("Opprettet", "Skapad", "Created"),
  updated_at: text("Endret", "Ändrad", "Changed"),
  expires_at: text("Gjelder til", "Gäller till", "Valid until"),
} as const satisfies Record<string, ColumnWords>;

export type CommonColumn = keyof typeof commonWords;
