import { defineProblems } from "@terskel/platform/problems";

export const { problem } = defineProblems({
  "lease-overlaps": {
    status: 409,
    title: {
      nb: "Enheten er leid ut i en del av denne tiden. Avslutt eller flytt det andre leieforholdet først.",
      sv: "Enheten är uthyrd under en del av den här tiden. Avsluta eller flytta det andra hyresförhållandet först.",
      en: "The unit is let for a part of this time. End or move the other lease first.",
    },
  },
  "lease-begun": {
    status: 409,
    title: {
      nb: "Leieforholdet har begynt. Starten kan ikke flyttes, men du kan flytte slutten.",
      sv: "Hyresförhållandet har börjat. Starten kan inte flyttas, men du kan flytta slutet.",
      en: "The lease has begun. Its start cannot be moved, but you can move its end.",
    },
  },
  "lease-over": {
    status: 409,
    title: {
      nb: "Leieforholdet er over. Lei ut på nytt i stedet.",
      sv: "Hyresförhållandet är över. Hyr ut på nytt i stället.",
      en: "The lease is over. Let the unit anew instead.",
    },
  },
  "lease-id-used": {
    status: 409,
    title: {
      nb: "Dette er allerede sendt med et annet innhold. Prøv på nytt.",
      sv: "Det här är redan skickat med ett annat innehåll. Försök igen.",
      en: "This has been sent already with something else in it. Try again.",
    },
  },
  "unit-let": {
    status: 409,
    title: {
      nb: "Enheten er leid ut. Avslutt leieforholdet først.",
      sv: "Enheten är uthyrd. Avsluta hyresförhållandet först.",
      en: "The unit is let. End the lease first.",
    },
  },
});
