import type { Catalogue } from "@terskel/platform/i18n";
import type { logging as en } from "./en.ts";

export const logging: Catalogue<typeof en> = {
  title: "Logg",
  of: (door: string) => `Loggen for ${door}`,
  menu: "Hva som logges",
  tells: "Hva loggen forteller",
  modes: {
    personal: "Hvem som kom, og når",
    anonymous: "At noen kom, ikke hvem",
    off: "Ingenting",
  },
  modeHints: {
    personal: "Personen ser det også, i sin egen logg.",
    anonymous: "Ingen navn tas vare på, verken her eller ved døren.",
    off: "Ingenting av det som skjer ved døren, tas vare på, verken her eller der.",
  },
  purpose: "Hva den er til",
  purposeNames: {
    misuse: "Innbrudd og misbruk",
    faults: "Feil ved døren",
    safety: "Nødsituasjoner",
  },
  purposes: {
    misuse: "for å undersøke innbrudd og misbruk",
    faults: "for å finne feil ved døren",
    safety: "for å vite hvem som kan være inne i en nødsituasjon",
  },
  purposeHint: "De som bruker døren, ser det. Loggen skal ikke brukes til å sjekke arbeidstid.",
  days: "Antall dager loggen lagres",
  daysHint:
    "1 til 3650. Ikke lenger enn formålet trenger; lenger enn 365 bare når det står hvorfor.",
  reason: "Hvorfor den lagres så lenge",
  reasonHint: "De som bruker døren, leser det. Ingen navn.",
  usualInHomes: "14 dager, vanlig i boliger",
  usualAtWork: "90 dager, vanlig på arbeidsplasser",
  shorter: (days: string) =>
    `Det som er eldre enn ${days}, forsvinner straks for alle og kan ikke hentes tilbake.`,
  longer:
    "Det som står i loggen nå, blir stående til den nye tiden er ute. Det som alt er borte, kommer ikke tilbake.",
  unnamed: "Navnene i loggen forsvinner straks for alle og kan ikke hentes tilbake.",
  emptied: "Alt som står i loggen, forsvinner straks for alle og kan ikke hentes tilbake.",
  set: "Loggen er endret",
  count: (count: number) => (count === 1 ? "1 dag" : `${count} dager`),
  kept: { personal: "", anonymous: "uten navn", off: "ingen logg" },
};
