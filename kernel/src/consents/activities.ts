import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

/** As long as it may be asked whether a consent was given (Art. 7(1)), and as counts can be compared with last year's. */
export const consentYears = 3;
export const countDays = 400;

export const measureUse = "kernel.measure-use";
export const keepConsents = "kernel.keep-consents";

export const consentActivities: readonly Activity[] = [
  {
    id: keepConsents,
    purpose: text(
      "Huske hva du har sagt ja og nei til på denne enheten, og kunne vise det",
      "Komma ihåg vad du har sagt ja och nej till på den här enheten, och kunna visa det",
      "Remember what you said yes and no to on this device, and be able to show it",
    ),
    // GDPR Art. 7(1).
    basis: "legal-obligation",
    controller: "operator",
    subjects: ["visitor", "account holder"],
    sources: ["the browser"],
    recipients: [],
    promises: ["A19", "B14", "B16"],
    // GDPR Art. 11: by the number nobody is found.
    usesNoColumn: text(
      `Lagrer svaret under et tilfeldig nummer som står på denne enheten, i ${consentYears} år etter at det ble gitt.`,
      `Sparar svaret under ett slumpmässigt nummer som står på den här enheten, i ${consentYears} år efter att det gavs.`,
      `Stores the answer under a random number that stands on this device, for ${consentYears} years after it was given.`,
    ),
  },
  {
    id: measureUse,
    purpose: text(
      "Telle hvor ofte sidene åpnes, for å gjøre dem bedre",
      "Räkna hur ofta sidorna öppnas, för att göra dem bättre",
      "Count how often pages are opened, to make them better",
    ),
    basis: "consent",
    consent: text(
      "Kan vi telle hvilke sider som åpnes på denne enheten? Vi lagrer bare tall: siden, dagen, språket og om skjermen er smal eller bred. Ikke hvem du er.",
      "Får vi räkna vilka sidor som öppnas på den här enheten? Vi sparar bara tal: sidan, dagen, språket och om skärmen är smal eller bred. Inte vem du är.",
      "May we count which pages are opened on this device? We store numbers only: the page, the day, the language, and whether the screen is narrow or wide. Not who you are.",
    ),
    controller: "operator",
    subjects: ["visitor", "account holder"],
    sources: ["the browser"],
    recipients: ["the operator"],
    promises: ["A7", "B11", "B16"],
    usesNoColumn: text(
      `Teller sider, og lagrer ikke hvem som åpnet dem. Tallene slettes etter ${countDays} dager.`,
      `Räknar sidor, och sparar inte vem som öppnade dem. Talen raderas efter ${countDays} dagar.`,
      `Counts pages, and does not store who opened them. The figures are deleted after ${countDays} days.`,
    ),
  },
];
