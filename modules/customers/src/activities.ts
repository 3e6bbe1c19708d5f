import { text } from "@terskel/kernel";
import type { Activity } from "@terskel/kernel";

const sources = ["the customer", "public registers", "bought lists"] as const;

/** What the operator does with contact persons at companies, all of it as controller. */
export const activities: readonly Activity[] = [
  {
    id: "customers.keep-contacts",
    purpose: text(
      "Føre opp hvem operatøren kan kontakte hos kunder og andre bedrifter",
      "Föra upp vilka operatören kan kontakta hos kunder och andra företag",
      "Keep whom the operator can contact at customers and other companies",
    ),
    basis: "legitimate-interest",
    interest: text(
      "Å kunne nå den rette personen hos en kunde eller en bedrift som kan bli det",
      "Att kunna nå rätt person hos en kund eller ett företag som kan bli det",
      "Being able to reach the right person at a customer, or at a company that may become one",
    ),
    controller: "operator",
    kinds: ["operator"],
    subjects: ["contact person"],
    sources,
    recipients: ["the operator"],
    promises: ["A6"],
  },
  {
    id: "customers.marketing",
    purpose: text(
      "Sende tilbud og nyheter til kontaktpersoner hos bedrifter",
      "Skicka erbjudanden och nyheter till kontaktpersoner hos företag",
      "Send offers and news to contact persons at companies",
    ),
    basis: "legitimate-interest",
    interest: text(
      "Å fortelle bedrifter om tjenester som de kan ha nytte av",
      "Att berätta för företag om tjänster som de kan ha nytta av",
      "Telling companies of services that may be useful to them",
    ),
    objection: "direct-marketing",
    controller: "operator",
    kinds: ["operator"],
    subjects: ["contact person"],
    sources,
    recipients: ["the operator", "e-mail provider"],
    promises: ["A6", "A18"],
  },
  {
    id: "customers.surveys",
    purpose: text(
      "Spørre kontaktpersoner hos bedrifter hvor fornøyde de er, og om markedet, og telle svarene",
      "Fråga kontaktpersoner hos företag hur nöjda de är, och om marknaden, och räkna svaren",
      "Ask contact persons at companies how satisfied they are, and about the market, and count the answers",
    ),
    basis: "legitimate-interest",
    interest: text(
      "Å gjøre tjenestene bedre ut fra hva kundene mener om dem",
      "Att göra tjänsterna bättre utifrån vad kunderna tycker om dem",
      "Making the services better by what customers think of them",
    ),
    // One step ends both, whichever it is pressed in (docs/decisions/0031).
    objection: "direct-marketing",
    controller: "operator",
    kinds: ["operator"],
    subjects: ["contact person"],
    sources: [...sources, "the person"],
    recipients: ["the operator", "e-mail provider"],
    promises: ["A8", "A18"],
  },
];
