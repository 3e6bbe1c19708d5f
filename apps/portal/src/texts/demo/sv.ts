import type { Catalogue } from "@terskel/platform/i18n";
import type { demo as en } from "./en.ts";

export const demo: Catalogue<typeof en> = {
  title: "Demon",
  lead: "Alla här är påhittade. Logga in som någon av dem och läs det som skickas.",
  persons: "Testpersoner",
  signInAs: (name) => `Logga in som ${name}`,
  byEmail: (email) => `Med kod till ${email}`,
  bySms: (phone, number) => `Med sms till ${phone}, organisationsnummer ${number}`,
  outbox: "Utkorg",
  outboxLead: "Meddelanden som skulle ha skickats. Koder och inbjudningar ligger här.",
  refresh: "Titta efter nya",
  to: (to) => `Till ${to}`,
  channels: { email: "E-post", sms: "Sms" },
  empty: "Inget har skickats än",
  emptyText: "Be om en kod eller bjud in någon, så dyker meddelandet upp här.",
  noDemo: "Det här är ingen demo",
  noDemoText: "Testpersoner och utkorg finns bara i en demo.",
  simulator: "De simulerade dörrarna",
};
