import { defineProblems } from "@terskel/platform/problems";

/** What the record of breaches can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "breach-closed": {
    status: 409,
    title: {
      nb: "Avviket er lukket og kan ikke endres.",
      sv: "Incidenten är stängd och kan inte ändras.",
      en: "The breach is closed and cannot be changed.",
    },
  },
  "breach-impossible-time": {
    status: 422,
    title: {
      nb: "Tidspunktet kan ikke være etter nå, eller før dere ble kjent med avviket.",
      sv: "Tidpunkten kan inte vara efter nu, eller innan ni fick kännedom om incidenten.",
      en: "The time cannot be after now, nor before you became aware of the breach.",
    },
  },
  "breach-authority-missing": {
    status: 422,
    title: {
      nb: "Meld avviket til tilsynsmyndigheten, eller begrunn hvorfor det ikke er nødvendig. Ved høy risiko må det meldes.",
      sv: "Anmäl incidenten till tillsynsmyndigheten, eller motivera varför det inte behövs. Vid hög risk måste den anmälas.",
      en: "Notify the supervisory authority, or give the reason why that is not needed. At high risk it has to be notified.",
    },
  },
  "breach-late-without-reason": {
    status: 422,
    title: {
      nb: "Tilsynsmyndigheten fikk meldingen etter fristen. Begrunn forsinkelsen før avviket lukkes.",
      sv: "Tillsynsmyndigheten fick anmälan efter fristen. Motivera förseningen innan incidenten stängs.",
      en: "The supervisory authority was notified after the deadline. Give the reason before the breach is closed.",
    },
  },
  "breach-persons-missing": {
    status: 422,
    title: {
      nb: "Risikoen er høy. Varsle personene det gjelder, eller begrunn hvorfor det ikke er nødvendig.",
      sv: "Risken är hög. Underrätta personerna det gäller, eller motivera varför det inte behövs.",
      en: "The risk is high. Tell the persons concerned, or give the reason why that is not needed.",
    },
  },
});
