import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

const own = text(
  "Kjeden selv viser hva som er skrevet; uten dette ville hvert ledd gitt et nytt.",
  "Kedjan själv visar vad som har skrivits; utan detta skulle varje länk ge en ny.",
  "The chain itself shows what was written; without this each link would give another.",
);

export const auditActivities: readonly Activity[] = [
  {
    id: "kernel.keep-audit",
    purpose: text(
      "Skrive ned hvem som har gjort hva, når, og hvem det gjelder, og bevise at ingenting er endret eller tatt ut",
      "Skriva ner vem som har gjort vad, när och vem det gäller, och bevisa att inget har ändrats eller tagits bort",
      "Write down who did what, when and whom it was about, and prove that nothing was changed or taken out",
    ),
    // GDPR Art. 5(2), 24(1) and 32(1).
    basis: "legal-obligation",
    controller: "organisation",
    whileRestricted: text(
      "Det som gjøres, må kunne vises også mens bruken er begrenset.",
      "Det som görs måste kunna visas även medan användningen är begränsad.",
      "What is done has to be shown also while the use is restricted.",
    ),
    afterAgreement: text(
      "Så lenge opplysningene er der, blir det skrevet ned hva som gjøres med dem.",
      "Så länge uppgifterna finns skrivs det ner vad som görs med dem.",
      "As long as the data is there, what is done to it is written down.",
    ),
    subjects: ["account holder", "member", "operator staff"],
    sources: [],
    recipients: [],
    promises: ["C8"],
    ownTrail: own,
  },
  {
    id: "kernel.read-audit",
    purpose: text(
      "Vise personvernansvarlige og administratorer hvem som har gjort hva med hvem sine opplysninger",
      "Visa dataskyddsansvariga och administratörer vem som har gjort vad med vems uppgifter",
      "Show privacy officers and administrators who did what to whose data",
    ),
    basis: "legal-obligation",
    controller: "organisation",
    whileRestricted: text(
      "Den som kontrollerer, må se alt som er gjort.",
      "Den som kontrollerar måste se allt som har gjorts.",
      "Whoever checks has to see all that was done.",
    ),
    afterAgreement: text(
      "Så lenge opplysningene er der, kan det kontrolleres hva som gjøres med dem.",
      "Så länge uppgifterna finns kan det kontrolleras vad som görs med dem.",
      "As long as the data is there, what is done to it can be checked.",
    ),
    subjects: ["account holder", "member", "operator staff"],
    sources: [],
    recipients: ["the organisation's administrators", "the operator"],
    promises: ["C8"],
  },
];
