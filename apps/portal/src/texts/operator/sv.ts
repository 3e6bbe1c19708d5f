import type { Catalogue } from "@terskel/platform/i18n";
import type { operator as en } from "./en.ts";

export const operator: Catalogue<typeof en> = {
  title: "Drift",
  sections: "Driftens avdelningar",
  organisations: {
    title: "Organisationer",
    lead: "Alla som sköter dörrar i den här installationen.",
    add: "Lägg till organisation",
    name: "Namn",
    number: "Organisationsnummer",
    country: "Land",
    countries: { NO: "Norge", SE: "Sverige" },
    kind: "Typ",
    kinds: {
      operator: "Drift",
      housing: "Bostadsrättsförening",
      office: "Kontor",
      shop: "Butik",
      employer: "Arbetsgivare",
    },
    administrator: "Första administratör",
    administratorName: "Administratörens namn",
    administratorEmail: "Administratörens e-post",
    administratorHint:
      "Loggar in med kod via e-post eller e-legitimation och sköter organisationen därifrån.",
    empty: "Inga organisationer än",
    emptyText: "Lägg till den första med dess administratör.",
    added: "Organisationen är tillagd",
  },
  attempts: {
    title: "Inloggningsförsök",
    lead: "Nyast först. Sparas för att hindra missbruk.",
    at: "Tid",
    method: "Sätt",
    outcome: "Utfall",
    outcomes: { accepted: "Godkänd", refused: "Nekad", limited: "Stoppad" },
    all: "Alla",
    filter: "Utfall",
    reason: "Skäl",
    ip: "IP-adress",
    empty: "Inga försök",
    emptyText: "Ingen har försökt logga in med det utfallet.",
  },
};
