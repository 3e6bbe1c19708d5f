import type { Language } from "@terskel/platform/i18n";
import type { Mail } from "@terskel/platform/mail";
import type { Kind } from "./mailings.ts";
import { texts } from "./texts/index.ts";

/** What is written, by language: as `customers.mailings.texts` holds it. */
export type Texts = {
  readonly [L in Language]?: { readonly subject: string; readonly text: string };
};
export type Source = keyof (typeof texts)["en"]["sources"];

type To = {
  readonly language: Language;
  readonly kind: Kind;
  readonly source: Source;
  readonly operator: string;
  readonly publicUrl: URL;
  readonly token: string;
};

/** Where a link to unsubscribe leads: the same address takes what a mail programme posts (RFC 8058). */
const unsubscribeUrl = (publicUrl: URL, token: string): string =>
  new URL(`unsubscribe/${token}`, publicUrl).href;

/**
 * A mailing as one contact gets it: what staff wrote, then why they get it, how they get no more, and where it says
 * what is done with their data (GDPR Art. 14(3)(b), 21(4)).
 */
export function writeLetter(
  written: NonNullable<Texts[Language]>,
  { language, kind, source, operator, publicUrl, token }: To,
): Pick<Mail, "subject" | "text"> & { readonly headers: Readonly<Record<string, string>> } {
  const words = texts[language];
  const link = unsubscribeUrl(publicUrl, token);
  const answer = new URL(`survey/${token}`, publicUrl).href;
  const ask = kind === "survey" ? `\n\n${words.answer(answer)}` : "";
  const notice = new URL(`notices?lang=${language}`, publicUrl).href;
  const foot = words.foot({ operator, source: words.sources[source], link, notice });
  return {
    subject: written.subject,
    text: `${written.text}${ask}\n\n-- \n${foot}\n`,
    headers: {
      // RFC 2369 and 8058: the mail programme's own button.
      "List-Unsubscribe": `<${link}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
