/** The product's languages, as BCP 47 tags: Norwegian bokmål, Swedish, English. */
export const languages = ["nb", "sv", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language, for what is declared in data (a purpose, a demo person). */
export type Text = Readonly<Record<Language, string>>;

/** Words by their keys, in one language. */
export const wordsIn = <K extends string>(words: Readonly<Record<K, Text>>, language: Language) =>
  Object.fromEntries(
    Object.entries<Text>(words).map(([key, word]) => [key, word[language]]),
  ) as Record<K, string>;

/**
 * The type a translation must have to match the catalogue `T`: the same keys, any wording.
 * A missing or extra key does not compile.
 */
export type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Catalogue<T[K]>;
};

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

/** Of a letter to somebody of whom nothing else is known, by the organisation's country (ISO 3166-1). */
export const languageOfCountry = (country: string): "nb" | "sv" => (country === "SE" ? "sv" : "nb");

/**
 * The reader's language from an Accept-Language header (RFC 9110 § 12.5.4). `no` and `nn` readers
 * get bokmål, Danish readers too; nobody's header is an error. Without a match: bokmål.
 */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.toLowerCase().split(";");
      const q = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find(Boolean);
      return { primary: tag.trim().split("-")[0] ?? "", q: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { primary } of wishes) {
    if (isLanguage(primary)) return primary;
    if (["no", "nn", "da"].includes(primary)) return "nb";
  }
  return "nb";
}
