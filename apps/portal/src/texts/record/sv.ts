import type { Texts } from "../en.ts";

export const record: Texts["record"] = {
  title: "Behandlingsregister",
  lead: "Vad organisationen gör med personuppgifter, varför och hur länge (dataskyddsförordningen art. 30). Det görs av det som programmet beskriver och är därför alltid aktuellt.",
  pdf: "Ladda ned PDF",
  linked: "Ladda ned DPV (JSON-LD)",
  saved: "Registret har laddats ned.",
  asController: "Som personuppgiftsansvarig",
  asControllerLead: "Dataskyddsförordningen art. 30.1.",
  asProcessor: "Som personuppgiftsbiträde",
  asProcessorLead: "Dataskyddsförordningen art. 30.2.",
  onBehalf: "För",
  basis: "Rättslig grund",
  interest: "Intresse",
  subjects: "Vilka det gäller",
  categories: "Kategorier av uppgifter",
  sources: "Kommer från",
  recipients: "Mottagare",
  limits: "Tidsfrister för radering",
  transfers: "Överföring till tredjeland",
  measures: "Säkerhetsåtgärder",
};
