import type { Keeper } from "../declare.ts";
import { text } from "../words.ts";

/** What the kernel itself does for promises without being asked. */
export const keepers = [
  {
    name: "kernel.check",
    kind: "check",
    what: text(
      "Ved hver start sammenlignes beskrivelsene med databasen og med det som vises; er noe annerledes, starter ikke tjenesten.",
      "Vid varje start jämförs beskrivningarna med databasen och med det som visas; skiljer sig något startar inte tjänsten.",
      "At every start the declarations are compared with the database and with what is shown; if anything differs, the service does not start.",
    ),
    promises: ["A5"],
  },
  {
    name: "kernel.retention",
    kind: "job",
    what: text(
      "Hvert minutt slettes det som er over tiden sin.",
      "Varje minut raderas det vars tid är ute.",
      "Every minute what is past its time is deleted.",
    ),
    promises: ["A13", "B10", "B12", "C7", "C8", "D12"],
  },
  {
    name: "kernel.end-agreements",
    kind: "job",
    what: text(
      "Hvert minutt avsluttes avtaler som er ute, og det som skal gå, slettes.",
      "Varje minut avslutas avtal som har löpt ut, och det som ska bort raderas.",
      "Every minute agreements that are over are ended, and what is to go is deleted.",
    ),
    promises: ["A13", "D12"],
  },
  {
    name: "kernel.request-clock",
    kind: "job",
    what: text(
      "Hvert tiende minutt passes fristene for henvendelser om personvern på.",
      "Var tionde minut bevakas fristerna för begäranden om dataskydd.",
      "Every ten minutes the deadlines of data-protection requests are watched.",
    ),
    promises: ["A14", "A16", "B14"],
  },
  {
    name: "kernel.warn-of-suppliers",
    kind: "job",
    what: text(
      "Hver natt varsles operatøren om avtaler med underleverandører som snart slutter; uten en gjeldende avtale gis ingenting videre.",
      "Varje natt varnas operatören för avtal med underleverantörer som snart upphör; utan ett gällande avtal lämnas inget vidare.",
      "Every night the operator is warned of agreements with suppliers that end soon; without one in force nothing is passed on.",
    ),
    promises: ["A12"],
  },
  {
    name: "kernel.accountability-clock",
    kind: "job",
    what: text(
      "Hvert tiende minutt minnes det om avvik som skal meldes, og om vurderinger som skal gjøres på nytt.",
      "Var tionde minut påminns om incidenter som ska anmälas och om bedömningar som ska göras om.",
      "Every ten minutes there are reminders of breaches to notify and of assessments that are due again.",
    ),
    promises: ["B17", "D10"],
  },
] as const satisfies readonly Keeper[];
