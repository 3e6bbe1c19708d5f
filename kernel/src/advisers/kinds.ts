import { text } from "../words.ts";

/** Whom an organisation gives a time-limited look at its data (B8). */
export const adviserKinds = {
  adviser: text("rådgiver", "rådgivare", "adviser"),
  auditor: text("revisor", "revisor", "auditor"),
  lawyer: text("advokat", "advokat", "lawyer"),
  "it-consultant": text("IT-konsulent", "it-konsult", "IT consultant"),
};
