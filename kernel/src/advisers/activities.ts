import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

export const adviserActivities: readonly Activity[] = [
  {
    id: "kernel.advise",
    purpose: text(
      "La rådgivere, revisorer, advokater og IT-konsulenter se det de trenger til et oppgitt formål, i en avgrenset tid",
      "Låta rådgivare, revisorer, advokater och it-konsulter se det de behöver för ett angivet ändamål, under en begränsad tid",
      "Let advisers, auditors, lawyers and IT consultants see what they need for a stated purpose, for a limited time",
    ),
    basis: "legitimate-interest",
    interest: text(
      "Å få råd, revisjon, juridisk hjelp og teknisk hjelp som organisasjonen trenger.",
      "Att få råd, revision, juridisk hjälp och teknisk hjälp som organisationen behöver.",
      "To get the advice, auditing, legal help and technical help that the organisation needs.",
    ),
    controller: "organisation",
    subjects: ["member", "invited person", "account holder"],
    sources: ["the organisation"],
    recipients: ["advisers", "e-mail provider"],
    promises: ["B8"],
    usesEveryColumn: text(
      "En rådgiver får bare det som er erklært for formålene som organisasjonen har valgt, og hver lesing blir ført opp.",
      "En rådgivare får bara det som är deklarerat för de ändamål som organisationen har valt, och varje läsning antecknas.",
      "An adviser gets only what is declared for the purposes that the organisation chose, and each reading is written down.",
    ),
  },
];
