import type { Texts } from "../en.ts";

export const opening: Texts["opening"] = {
  what: "Vad det är till",
  works: { details: "Kontakt", access: "Behörighet", stored: "Annat" },
  details: "Kontakt och roll",
  lead: "Välj vad du behöver uppgifterna till. Bara det som används till det visas, och personen kan se att du öppnade det.",
  openedTitle: "Vem som har öppnat dina uppgifter",
  openedLead: "De i dina organisationer som har öppnat dina uppgifter, och vad det var till.",
  nobody: "Ingen har öppnat dem.",
  who: "Vem",
  erased: "Någon som är raderad",
};
