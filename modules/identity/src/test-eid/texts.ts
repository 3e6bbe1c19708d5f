import type { Catalogue, Language } from "@terskel/platform/i18n";

const en = {
  title: "Test eID",
  invented:
    "This is not a real eID. The persons below are invented; pick one to sign in as. Nothing here is ever asked of a real person.",
  cancel: "Cancel",
  born: (date: string) => `born ${date}`,
  failed: "This sign-in cannot go on. Go back to the application and start again.",
};

const nb: Catalogue<typeof en> = {
  title: "Test-eID",
  invented:
    "Dette er ikke en ekte eID. Personene nedenfor er oppdiktet; velg hvem du vil logge inn som. Her blir ingen virkelige personer spurt om noe.",
  cancel: "Avbryt",
  born: (date) => `født ${date}`,
  failed: "Innloggingen kan ikke fortsette. Gå tilbake til tjenesten og start på nytt.",
};

const sv: Catalogue<typeof en> = {
  title: "Test-e-legitimation",
  invented:
    "Det här är ingen riktig e-legitimation. Personerna nedan är påhittade; välj vem du vill logga in som. Här blir inga verkliga personer tillfrågade om något.",
  cancel: "Avbryt",
  born: (date) => `född ${date}`,
  failed: "Inloggningen kan inte fortsätta. Gå tillbaka till tjänsten och börja om.",
};

export const texts: Readonly<Record<Language, Catalogue<typeof en>>> = { nb, sv, en };
