import { text } from "@terskel/kernel";
import type { Activity } from "@terskel/kernel";

// The organisation helps those who use its doors, and instructs the operator to do so on its behalf (GDPR Art. 28).
const byContract = { basis: "contract", controller: "organisation" } as const;

export const activities: readonly Activity[] = [
  {
    ...byContract,
    id: "support.ask",
    purpose: text(
      "La en person be om hjelp, følge saken sin og lese svarene",
      "Låta en person be om hjälp, följa sitt ärende och läsa svaren",
      "Let a person ask for help, follow their case and read the answers",
    ),
    whileRestricted: text(
      "Personen skriver og leser selv i sin egen sak.",
      "Personen skriver och läser själv i sitt eget ärende.",
      "The person writes and reads in their own case.",
    ),
    subjects: ["member"],
    sources: ["the person"],
    recipients: ["the person"],
    promises: ["A10", "A21"],
  },
  {
    ...byContract,
    id: "support.handle",
    purpose: text(
      "Besvare supportsaker på vegne av organisasjonen",
      "Besvara supportärenden för organisationens räkning",
      "Answer support cases on behalf of the organisation",
    ),
    subjects: ["member"],
    sources: ["the person", "the organisation"],
    recipients: ["the person", "the organisation's administrators", "the operator"],
    promises: ["A10"],
  },
  {
    ...byContract,
    id: "support.tell",
    purpose: text(
      "Sende beskjed på e-post når det er kommet noe nytt i en supportsak, og lukke saker som er blitt stille",
      "Skicka besked med e-post när det finns något nytt i ett supportärende, och stänga ärenden som har tystnat",
      "Send word by e-mail when there is something new in a support case, and close cases that have become silent",
    ),
    subjects: ["member"],
    sources: ["the organisation"],
    recipients: ["the person", "the organisation's administrators", "e-mail provider"],
    promises: ["A10"],
  },
];
