import type { Texts } from "./texts.ts";

export const nb: Texts = {
  columnSeen: (header) => `Filen har kolonnen «${header}»`,
  lookAtRow: (row) => `Se på rad ${row}`,
  findings: {
    "too-many-cells":
      "Raden har flere celler enn det er overskrifter. Mangler det anførselstegn rundt et skilletegn?",
    "name-missing": "Navnet mangler.",
    "name-too-long": "Et navn kan ha høyst 120 tegn.",
    "too-many-names": "Det kan stå høyst 20 navn i én celle.",
    email: "Dette er ikke en e-postadresse.",
    phone: "Dette er ikke et telefonnummer.",
    "phone-damaged":
      "Regnearket har avrundet dette nummeret. Formater kolonnen som tekst og skriv nummeret på nytt.",
    "phone-needs-country": "Skriv nummeret med 0 først, eller med +46 eller +47 foran.",
    date: "Dette er ikke en dato. Skriv den som 31.12.2026 eller 2026-12-31.",
    "date-is-number":
      "Regnearket viser denne datoen som et tall. Formater kolonnen som dato og lagre på nytt.",
    "ends-before-it-starts": "Slutten er før starten.",
    role: "Dette er ikke en rolle. Skriv bruker, døradministrator eller eier.",
    "national-identity-number":
      "Dette ligner et fødselsnummer eller personnummer. Slike numre lagres aldri her; ta det bort.",
    "payment-card-number":
      "Dette ligner nummeret på et betalingskort. Slike numre lagres aldri her; ta det bort.",
    "unknown-door": "Det er ingen dør med dette navnet på stedet.",
    "unknown-door-near": (a) => `Det er ingen dør med dette navnet på stedet. Mente du «${a}»?`,
    "several-alike":
      "Flere har dette navnet, bortsett fra store og små bokstaver. Skriv det nøyaktig slik det er.",
    "several-people":
      "Flere personer passer til denne raden. Oppgi e-postadressen eller telefonnummeret til den rette.",
    "two-people": "E-postadressen og telefonnummeret tilhører to forskjellige personer.",
    "contradicts-row": (a, b) =>
      `Rad ${a} og ${b} er lest som samme person (samme e-postadresse, telefonnummer, eller navn og enhet), men er ulike her. Hver person må ha sin egen adresse og sitt eget nummer.`,
    "contradicts-row-door": (a, b) =>
      `Rad ${a} og ${b} gir samme person tilgang til samme dør, men er ulike her.`,
    "rows-above": (a) => `Overskriftene står i rad ${a}. Det som står over dem, er ikke lest.`,
    "mobile-counts": (a) =>
      `Kolonnen «${a}» gjelder, fordi koder sendes dit på SMS. Denne er ikke lest.`,
    "keeps-own-details":
      "Denne personen har logget inn og beholder sitt eget navn, sin e-postadresse og sitt telefonnummer. De i filen er ikke brukt.",
    "only-for-doors": "Rolle og datoer gjelder dørene som en rad nevner. Denne raden nevner ingen.",
    "taken-back": "Tilgangen er slutt ifølge filen, og blir tatt tilbake.",
    "already-ended": "Denne tilgangen er allerede slutt og blir ikke gitt.",
  },
};
