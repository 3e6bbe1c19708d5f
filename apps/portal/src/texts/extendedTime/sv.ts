import type { Texts } from "../en.ts";

export const extendedTime: Texts["extendedTime"] = {
  title: "Längre öppningstid",
  lead: "Med rullstol, rollator, barnvagn eller händerna fulla: dörrarna är olåsta längre när du öppnar dem. Ingen frågar varför, och loggen visar det inte.",
  mine: "Håll dörrarna olåsta längre för mig",
  at: (organisation) => `Hos ${organisation}`,
  ofPerson: "Dörrarna är olåsta längre för den här personen",
  ofPersonLead: "När personen har bett om det. Varför skrivs inte ner.",
  seconds: "Sekunder olåst för den som behöver längre",
  secondsHint: "För dem som har bett om det, 1 till 120. Aldrig kortare än för andra.",
};
