import type { Texts } from "../en.ts";

export const record: Texts["record"] = {
  title: "Behandlingsprotokoll",
  lead: "Hva organisasjonen gjør med personopplysninger, hvorfor og hvor lenge (personvernforordningen art. 30). Den lages av det programmet beskriver, og er derfor alltid oppdatert.",
  pdf: "Last ned PDF",
  linked: "Last ned DPV (JSON-LD)",
  saved: "Protokollen er lastet ned.",
  asController: "Som behandlingsansvarlig",
  asControllerLead: "Personvernforordningen art. 30 nr. 1.",
  asProcessor: "Som databehandler",
  asProcessorLead: "Personvernforordningen art. 30 nr. 2.",
  onBehalf: "På vegne av",
  basis: "Rettslig grunnlag",
  interest: "Interesse",
  subjects: "Hvem det gjelder",
  categories: "Typer opplysninger",
  sources: "Kommer fra",
  recipients: "Mottakere",
  limits: "Slettefrister",
  transfers: "Overføring til tredjeland",
  measures: "Sikkerhetstiltak",
};
