import type { Catalogue } from "@terskel/platform/i18n";
import type { problems as en } from "./en.ts";

export const problems: Catalogue<typeof en> = {
  retry: "Försök igen",
  unknown: "Något gick fel. Försök igen.",
  offline: "Ingen kontakt med servern. Kontrollera din uppkoppling.",
  timeout: "Servern svarade inte i tid. Försök igen.",
  fields: {
    required: "Fyll i fältet.",
    invalid: "Det här ser inte rätt ut. Kontrollera det.",
    tooLong: "Det här är för långt.",
    tooShort: "Det här är för kort.",
    taken: "Det här används redan.",
    email: "Skriv en e-postadress, till exempel karin@example.se.",
    phone: "Skriv ett telefonnummer, med landskod om det är utländskt.",
    personOrGroup: "Välj en person, en grupp eller en enhet.",
    endsBeforeStart: "Slutet måste vara efter starten.",
    digits: "Skriv kodens 6 siffror.",
    cardNumber: "Skriv 4 till 32 siffror eller bokstäver från A till F.",
    organisationNumber: "Kontrollera organisationsnumret.",
    identityNumber: "Personnummer sparas aldrig här. Ta bort det.",
  },
};
