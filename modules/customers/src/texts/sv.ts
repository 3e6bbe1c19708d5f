import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export const sv: Catalogue<typeof en> = {
  sources: {
    customer: "ditt företag",
    activity: "kontakt med dig",
    register: "ett offentligt register",
    "bought-list": "en köpt lista",
  },
  answer: (link) => `Svara här, utan att logga in:\n${link}`,
  foot: ({ operator, source, link, notice }) =>
    `Du får det här från ${operator} som kontaktperson hos ett företag. Vi har din adress från ${source}.

Inget mer av det här, i ett steg och utan att logga in:
${link}

Vad dina uppgifter används till, och dina rättigheter:
${notice}`,
};
