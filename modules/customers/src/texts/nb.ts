import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const nb: Catalogue<typeof en> = {
  sources: {
    customer: "bedriften din",
    activity: "kontakt med deg",
    register: "et offentlig register",
    "bought-list": "en kjøpt liste",
  },
  answer: (link) => `Svar her, uten å logge inn:\n${link}`,
  foot: ({ operator, source, link, notice }) =>
    `Du får dette fra ${operator} som kontaktperson hos en bedrift. Vi har adressen din fra ${source}.

Ikke mer av dette, i ett trinn og uten å logge inn:
${link}

Hva opplysningene dine brukes til, og rettighetene dine:
${notice}`,
};
