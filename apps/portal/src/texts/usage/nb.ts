import type { usage as en } from "./en.ts";

export const usage: typeof en = {
  title: "Bruk av dørene",
  about: "Hvor mye hver dør brukes, uten at noen kan kjennes igjen",
  lead: "Hvor ofte dørene åpnes, uke for uke, i tall som ikke kan føres tilbake til noen.",
  period: "Periode",
  periods: { quarter: "13 uker", year: "Et år" },
  byWeek: "Uke for uke",
  byDoor: "Dør for dør",
  week: "Uke",
  weekOf: (number, monday) => `Uke ${number}, fra ${monday}`,
  openings: "Åpninger",
  door: "Dør",
  site: "Sted",
  others: "Andre dører, til sammen",
  weeks: "Uker med tall",
  weeksOf: (shown, counted) => `${shown} av ${counted}`,
  tooFew: "For få personer",
  notCounted: "Ikke talt",
  empty: "Ingenting å vise ennå",
  emptyText:
    "En uke telles onsdagen etter at den er over. Loggen for dørene må tas vare på i minst ti dager, ellers er ikke hele uken der lenger.",
  tooFewText: "Ukene er talt, og i ingen av dem brukte fem personer eller flere de samme dørene.",
  how: "Hva tallene er",
  howText:
    "Et tall står for minst fem personer, og ingen av dem gjorde mer enn halvparten av åpningene. Dører med færre står til sammen, eller er utelatt. Tallene er rundet av til nærmeste fem, og summer er av det som vises. Bare åpninger av noen som er kjent, teller. En uke telles én gang og endres ikke. Den som ikke vil bli talt, sier nei under Mine data og rettigheter.",
};
