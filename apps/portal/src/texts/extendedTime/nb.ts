import type { Texts } from "../en.ts";

export const extendedTime: Texts["extendedTime"] = {
  title: "Lengre åpningstid",
  lead: "Med rullestol, rullator, barnevogn eller hendene fulle: Dørene er ulåst lenger når du åpner dem. Ingen spør hvorfor, og loggen viser det ikke.",
  mine: "Hold dørene ulåst lenger for meg",
  at: (organisation) => `Hos ${organisation}`,
  ofPerson: "Dørene er ulåst lenger for denne personen",
  ofPersonLead: "Når personen har bedt om det. Hvorfor skrives ikke ned.",
  seconds: "Sekunder ulåst for den som trenger lenger",
  secondsHint: "For dem som har bedt om det, 1 til 120. Aldri kortere enn for andre.",
};
