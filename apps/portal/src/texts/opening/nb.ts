import type { Texts } from "../en.ts";

export const opening: Texts["opening"] = {
  what: "Hva det er til",
  works: { details: "Kontakt", access: "Tilgang", stored: "Annet" },
  details: "Kontakt og rolle",
  lead: "Velg hva du trenger opplysningene til. Bare det som brukes til det, kommer frem, og personen kan se at du åpnet det.",
  openedTitle: "Hvem som har åpnet opplysningene dine",
  openedLead: "De i organisasjonene dine som har åpnet opplysningene dine, og hva det var til.",
  nobody: "Ingen har åpnet dem.",
  who: "Hvem",
  erased: "Noen som er slettet",
};
