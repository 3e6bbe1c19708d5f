import type { Catalogue } from "@terskel/platform/i18n";
import type { orders as en } from "./en.ts";

const egress = "Den som är inne kommer alltid ut med dörrhandtaget. Det bestämmer inget program.";

export const orders: Catalogue<typeof en> = {
  lockdown: {
    verb: "Lås ned",
    menu: "Lås ned …",
    title: "Lås ned dörrar",
    lead: "Ingen släpps in med kort, kod eller portal. Det når alla anslutna dörrar på några sekunder, och upphör av sig självt.",
    egress,
    submit: (count) => (count === 1 ? "Lås ned 1 dörr" : `Lås ned ${count} dörrar`),
    tag: "Nedlåst",
    banner: (count, until) =>
      `${count === 1 ? "1 dörr är nedlåst" : `${count} dörrar är nedlåsta`} till ${until}`,
    end: "Avsluta nedlåsningen",
    ended: "Nedlåsningen är avslutad",
    endTitle: "Avsluta nedlåsningen?",
    endText: (doors) => `${doors}: De som har behörighet släpps in igen.`,
    mine: (until) => `Nedlåst till ${until}`,
    refused: (until) => `dörren är nedlåst till ${until}`,
  },
  evacuation: {
    verb: "Evakuera",
    menu: "Evakuera …",
    title: "Evakuera",
    lead: "Dörrarna låses upp och står olåsta för alla, också för dem som kommer för att hjälpa. De låses av sig själva när det är över.",
    egress,
    submit: (count) => (count === 1 ? "Lås upp 1 dörr" : `Lås upp ${count} dörrar`),
    tag: "Evakuering",
    banner: (count, until) =>
      `${count === 1 ? "1 dörr står olåst" : `${count} dörrar står olåsta`} för evakuering till ${until}`,
    end: "Avsluta evakueringen",
    ended: "Evakueringen är avslutad",
    endTitle: "Avsluta evakueringen?",
    endText: (doors) => `${doors}: Låses igen.`,
    mine: (until) => `Öppen för evakuering till ${until}`,
  },
  doors: "Vilka dörrar",
  everyDoor: "Alla dörrar",
  whole: (site) => `Alla dörrar i ${site}`,
  noDoor: "Välj minst en dörr.",
  noWhy: "Skriv varför.",
  why: "Varför",
  whyHint: "Ses av dem som administrerar dörrarna. Inga namn på andra.",
  usualWhy: "Nödläge",
  until: "Hur länge",
  hours: (count) => `${count} tim`,
  endsAt: (when) => `Upphör av sig självt: ${when}.`,
  by: (name, when) => `${name}, ${when}`,
  bySomebody: (when) => `Beordrat ${when}`,
  more: (count) => `och ${count} till`,
  known: (count, all) => {
    if (all === 1) return count === 1 ? "Dörren vet om det." : "Dörren vet inte om det än.";
    if (count === 2 && all === 2) return "Båda dörrarna vet om det.";
    return count === all
      ? `Alla ${all} dörrarna vet om det.`
      : `${count} av ${all} dörrar vet om det.`;
  },
  away: (count) =>
    count === 1
      ? "1 är frånkopplad och får veta det när den är tillbaka."
      : `${count} är frånkopplade och får veta det när de är tillbaka.`,
  stand: (count, all) => {
    if (all === 1) return count === 1 ? "Den står olåst." : "Den är fortfarande låst.";
    return `${count} av ${all} står olåsta.`;
  },
};
