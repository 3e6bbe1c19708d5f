import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

export const openPersonActivity: Activity = {
  id: "kernel.open-person",
  purpose: text(
    "La dem som svarer for opplysningene, åpne opplysningene om én person til et valgt formål, og føre hvem som gjorde det",
    "Låta dem som ansvarar för uppgifterna öppna uppgifterna om en person för ett valt ändamål, och anteckna vem som gjorde det",
    "Let those who answer for the data open one person's data for a chosen purpose, and record who did",
  ),
  // GDPR Art. 5(1)(b), 5(2) and 32(4): only what the purpose needs, and it can be shown.
  basis: "legal-obligation",
  controller: "organisation",
  subjects: ["member", "invited person"],
  sources: ["the organisation"],
  recipients: ["the organisation's administrators", "the person"],
  promises: ["B8"],
  usesEveryColumn: text(
    "Bare det som er erklært for det valgte formålet, kommer frem, og personen kan se hvem som så det.",
    "Bara det som är deklarerat för det valda ändamålet visas, och personen kan se vem som såg det.",
    "Only what is declared for the chosen purpose comes, and the person can see who saw it.",
  ),
};
