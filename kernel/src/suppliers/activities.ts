import type { Activity } from "../declare.ts";
import { text } from "../words.ts";

/** What the register of suppliers does. */
export const supplierActivities: readonly Activity[] = [
  {
    id: "kernel.administer-suppliers",
    purpose: text(
      "Føre opp underleverandørene som får personopplysninger, med avtalene deres, og spørre organisasjonene som skal spørres",
      "Föra upp underleverantörerna som får personuppgifter, med deras avtal, och fråga organisationerna som ska frågas",
      "Keep the suppliers that get personal data, with their agreements, and ask the organisations that have to be asked",
    ),
    // GDPR Art. 28(2) and (4), 30(1)(d) and 30(2).
    basis: "legal-obligation",
    controller: "operator",
    subjects: [],
    sources: [],
    recipients: [],
    promises: ["A12", "C11"],
    usesNoColumn: text(
      "Beskriver foretak og avtaler, ikke personer.",
      "Beskriver företag och avtal, inte personer.",
      "Describes companies and agreements, not persons.",
    ),
  },
];
