import type { Texts } from "./en.ts";

export const sv: Texts = {
  signInCode: {
    subject: "Din kod för att logga in",
    mail: (digits, minutes, host) => `${digits} är din kod för att logga in.

Den gäller i ${minutes} minuter, en gång, på ${host}. Ge den inte till någon; vi frågar aldrig efter den.
Har du inte bett om den har någon annan skrivit din adress. Du behöver inte göra något.
`,
    sms: (digits, minutes, host) =>
      `${digits} är din kod för att logga in. Gäller i ${minutes} minuter. Ge den inte till någon.

@${host} #${digits}`,
  },
  addressCode: {
    subject: "Din kod för att visa att adressen är din",
    mail: (digits, minutes, host) => `${digits} är din kod för att visa att den här adressen är din.

Skriv den på ${host} inom ${minutes} minuter för att gå vidare med din begäran om dataskydd. Ge den inte till någon.
Har du inte bett om den har någon annan skrivit din adress. Du behöver inte göra något.
`,
    sms: (digits, minutes, host) =>
      `${digits} är din kod för att visa att det här numret är ditt. Gäller i ${minutes} minuter. Ge den inte till någon.

@${host} #${digits}`,
  },
  contactCode: {
    subject: "Din kod för att bekräfta den här adressen",
    mail: (digits, minutes, host) => `${digits} är din kod för att bekräfta den här adressen.

Skriv den på Min profil på ${host} inom ${minutes} minuter. Ge den inte till någon.
Har du inte bett om den har någon annan skrivit din adress. Du behöver inte göra något.
`,
    sms: (digits, minutes, host) =>
      `${digits} är din kod för att bekräfta det här numret. Gäller i ${minutes} minuter. Ge den inte till någon.

@${host} #${digits}`,
  },
};
