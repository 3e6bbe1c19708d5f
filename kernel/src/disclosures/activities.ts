import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

export const disclosureActivities: readonly Activity[] = [
  {
    id: "kernel.disclose",
    purpose: text(
      "Gi opplysninger videre bare etter en gjeldende avtale, og holde oversikt over hvem som har fått hva",
      "Lämna uppgifter vidare bara enligt ett gällande avtal, och hålla reda på vem som har fått vad",
      "Pass data on only under an agreement in force, and keep track of who got what",
    ),
    // GDPR Art. 5(2), 15(1)(c) and 28.
    basis: "legal-obligation",
    controller: "organisation",
    whileRestricted: text(
      "Det som går ut, må kunne spores også mens bruken er begrenset.",
      "Det som lämnas ut måste kunna spåras även medan användningen är begränsad.",
      "What leaves has to be traceable also while the use is restricted.",
    ),
    afterAgreement: text(
      "Så lenge noe sendes, blir det holdt oversikt over det.",
      "Så länge något skickas hålls det reda på.",
      "As long as anything is sent, it is kept track of.",
    ),
    subjects: ["account holder", "member"],
    sources: [],
    recipients: ["the person", "the organisation's administrators"],
    promises: ["A12", "B8", "C12", "A14"],
  },
];
