import { defineProblems } from "@terskel/platform/problems";

export const { problem } = defineProblems({
  "too-many-cases": {
    status: 409,
    title: {
      nb: "Du har mange åpne saker allerede. Skriv i en av dem, eller lukk en som er løst.",
      sv: "Du har många öppna ärenden redan. Skriv i ett av dem, eller stäng ett som är löst.",
      en: "You have many open cases already. Write in one of them, or close one that is solved.",
    },
  },
  "too-many-messages": {
    status: 429,
    title: {
      nb: "Du har skrevet mye på kort tid. Vent litt før du skriver mer.",
      sv: "Du har skrivit mycket på kort tid. Vänta lite innan du skriver mer.",
      en: "You have written much in a short time. Wait a little before you write more.",
    },
  },
  "case-full": {
    status: 409,
    title: {
      nb: "Saken er blitt for lang. Åpne en ny, og vis til nummeret.",
      sv: "Ärendet har blivit för långt. Öppna ett nytt, och hänvisa till numret.",
      en: "The case has become too long. Open a new one, and refer to its number.",
    },
  },
});
