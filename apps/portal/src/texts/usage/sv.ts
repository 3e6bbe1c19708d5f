import type { usage as en } from "./en.ts";

export const usage: typeof en = {
  title: "Användning av dörrarna",
  about: "Hur mycket varje dörr används, utan att någon kan kännas igen",
  lead: "Hur ofta dörrarna öppnas, vecka för vecka, i siffror som inte kan härledas till någon.",
  period: "Tidsperiod",
  periods: { quarter: "13 veckor", year: "Ett år" },
  byWeek: "Vecka för vecka",
  byDoor: "Dörr för dörr",
  week: "Vecka",
  weekOf: (number, monday) => `Vecka ${number}, från ${monday}`,
  openings: "Öppningar",
  door: "Dörr",
  site: "Plats",
  others: "Andra dörrar, tillsammans",
  weeks: "Veckor med siffra",
  weeksOf: (shown, counted) => `${shown} av ${counted}`,
  tooFew: "För få personer",
  notCounted: "Inte räknad",
  empty: "Inget att visa än",
  emptyText:
    "En vecka räknas på onsdagen efter att den är över. Dörrarnas logg måste sparas i minst tio dagar, annars finns inte hela veckan kvar.",
  tooFewText:
    "Veckorna är räknade, och i ingen av dem använde fem personer eller fler samma dörrar.",
  how: "Vad siffrorna är",
  howText:
    "En siffra står för minst fem personer, och ingen av dem gjorde mer än hälften av öppningarna. Dörrar med färre står tillsammans, eller är utelämnade. Siffrorna är avrundade till närmaste fem, och summor är av det som visas. Bara öppningar av någon som är känd räknas. En vecka räknas en gång och ändras inte. Den som inte vill räknas säger nej under Mina uppgifter och rättigheter.",
};
