import { defineProblems } from "@terskel/platform/problems";

/** What the publishing of a notice can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "announced-when": {
    status: 422,
    title: {
      nb: "Endringen kan tidligst gjelde om 14 dager, og senest om ett år.",
      sv: "Ändringen kan gälla tidigast om 14 dagar och senast om ett år.",
      en: "The change can be in force in 14 days at the earliest, and within a year.",
    },
  },
  "nothing-to-announce": {
    status: 409,
    title: {
      nb: "Denne versjonen venter ikke på å bli varslet. Se på den nyeste.",
      sv: "Den här versionen väntar inte på att meddelas. Titta på den nyaste.",
      en: "This version does not wait to be announced. Look at the newest one.",
    },
  },
  "not-announced": {
    status: 409,
    title: {
      nb: "Dette er nytt i personvernerklæringen, og kan ikke brukes før alle er varslet og endringen gjelder.",
      sv: "Detta är nytt i integritetspolicyn och kan inte användas förrän alla har fått veta och ändringen gäller.",
      en: "This is new in the privacy notice, and cannot be used before everyone was told and the change is in force.",
    },
  },
  "no-telephone-number": {
    status: 422,
    title: {
      nb: "Dette er ikke et telefonnummer. Skriv det med landkode, for eksempel +47 22 00 00 00.",
      sv: "Detta är inget telefonnummer. Skriv det med landskod, till exempel +46 8 123 456.",
      en: "This is no telephone number. Write it with its country code, such as +47 22 00 00 00.",
    },
  },
});
