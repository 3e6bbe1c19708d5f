import type { Catalogue } from "@terskel/platform/i18n";
import type { pass as en } from "./en.ts";

export const pass: Catalogue<typeof en> = {
  title: "Telefonpass",
  lead: "Håll koden mot läsaren vid dörren. Det kommer en ny var 30:e sekund.",
  picture: (organisation) =>
    `QR-kod med ditt telefonpass för ${organisation}. Håll skärmen mot läsaren vid dörren.`,
  organisation: "Organisation",
  changesIn: (seconds) => `Ny kod om ${seconds} s`,
  next: "Kod till nästa dörr",
  nextHint: "Varje kod öppnar en gång.",
  ready: "Ditt pass är klart.",
  outOfDate: "Koden har gått ut",
  outOfDateText:
    "Det har inte kommit någon ny kod: du saknar nät. Anslut, eller använd kort eller tagg.",
  getNew: "Hämta ny kod",
  blocked: "Ditt telefonpass är spärrat",
  blockedText:
    "Det är anmält som borttappat. En administratör kan häva spärren eller ge dig ett nytt.",
  toCards: "Dina kort och taggar",
  opens: "Öppnar nu",
  opensNone: "Ingen av dina dörrar kan öppnas nu.",
  nowhere: "Du hör inte till någon organisation, så det finns inget pass.",
  told: "Öppnar det inte än? Dörrarna får veta om ditt pass nu.",
  copy: "Kopiera koden",
  copied: "Kopierad",
};
