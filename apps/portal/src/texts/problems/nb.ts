import type { Catalogue } from "@terskel/platform/i18n";
import type { problems as en } from "./en.ts";

export const problems: Catalogue<typeof en> = {
  retry: "Prøv igjen",
  unknown: "Noe gikk galt. Prøv igjen.",
  offline: "Ingen kontakt med serveren. Sjekk nettet ditt.",
  timeout: "Serveren svarte ikke i tide. Prøv igjen.",
  fields: {
    required: "Fyll ut feltet.",
    invalid: "Dette ser ikke riktig ut. Sjekk det.",
    tooLong: "Dette er for langt.",
    tooShort: "Dette er for kort.",
    taken: "Dette er i bruk fra før.",
    email: "Skriv en e-postadresse, for eksempel kari@example.no.",
    phone: "Skriv et telefonnummer, med landkode hvis det er utenlandsk.",
    personOrGroup: "Velg en person, en gruppe eller en enhet.",
    endsBeforeStart: "Slutten må være etter starten.",
    digits: "Skriv de 6 sifrene i koden.",
    cardNumber: "Skriv 4 til 32 sifre eller bokstaver fra A til F.",
    organisationNumber: "Sjekk organisasjonsnummeret.",
    identityNumber: "Fødselsnummer lagres aldri her. Ta det bort.",
  },
};
