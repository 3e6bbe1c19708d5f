import type { Catalogue } from "@terskel/platform/i18n";
import type { demo as en } from "./en.ts";

export const demo: Catalogue<typeof en> = {
  title: "Demoen",
  lead: "Alle her er oppdiktet. Logg inn som en av dem, og les det som sendes.",
  persons: "Testpersoner",
  signInAs: (name) => `Logg inn som ${name}`,
  byEmail: (email) => `Med kode til ${email}`,
  bySms: (phone, number) => `Med SMS til ${phone}, organisasjonsnummer ${number}`,
  outbox: "Utboks",
  outboxLead: "Meldinger som ville ha vært sendt. Koder og invitasjoner ligger her.",
  refresh: "Se etter nye",
  to: (to) => `Til ${to}`,
  channels: { email: "E-post", sms: "SMS" },
  empty: "Ingenting er sendt ennå",
  emptyText: "Be om en kode eller inviter noen, så dukker meldingen opp her.",
  noDemo: "Dette er ikke en demo",
  noDemoText: "Testpersoner og utboks finnes bare i en demo.",
  simulator: "De simulerte dørene",
};
