import type { Catalogue } from "@terskel/platform/i18n";
import type { orders as en } from "./en.ts";

const egress =
  "Den som er inne, kommer alltid ut med dørhåndtaket. Det bestemmer ikke noe program.";

export const orders: Catalogue<typeof en> = {
  lockdown: {
    verb: "Steng ned",
    menu: "Steng ned …",
    title: "Steng ned dører",
    lead: "Ingen slipper inn med kort, kode eller portal. Det når alle tilkoblede dører på sekunder, og slutter av seg selv.",
    egress,
    submit: (count) => (count === 1 ? "Steng ned 1 dør" : `Steng ned ${count} dører`),
    tag: "Stengt ned",
    banner: (count, until) =>
      `${count === 1 ? "1 dør" : `${count} dører`} er stengt ned til ${until}`,
    end: "Avslutt nedstengingen",
    ended: "Nedstengingen er avsluttet",
    endTitle: "Avslutte nedstengingen?",
    endText: (doors) => `${doors}: De som har tilgang, slipper inn igjen.`,
    mine: (until) => `Stengt ned til ${until}`,
    refused: (until) => `døren er stengt ned til ${until}`,
  },
  evacuation: {
    verb: "Evakuer",
    menu: "Evakuer …",
    title: "Evakuer",
    lead: "Dørene låses opp og står ulåst for alle, også for dem som kommer for å hjelpe. De låses av seg selv når det er over.",
    egress,
    submit: (count) => (count === 1 ? "Lås opp 1 dør" : `Lås opp ${count} dører`),
    tag: "Evakuering",
    banner: (count, until) =>
      `${count === 1 ? "1 dør" : `${count} dører`} står ulåst for evakuering til ${until}`,
    end: "Avslutt evakueringen",
    ended: "Evakueringen er avsluttet",
    endTitle: "Avslutte evakueringen?",
    endText: (doors) => `${doors}: Låses igjen.`,
    mine: (until) => `Åpen for evakuering til ${until}`,
  },
  doors: "Hvilke dører",
  everyDoor: "Alle dører",
  whole: (site) => `Alle dører i ${site}`,
  noDoor: "Velg minst én dør.",
  noWhy: "Skriv hvorfor.",
  why: "Hvorfor",
  whyHint: "Ses av dem som administrerer dørene. Ingen navn på andre.",
  usualWhy: "Nødsituasjon",
  until: "Hvor lenge",
  hours: (count) => `${count} t`,
  endsAt: (when) => `Slutter av seg selv: ${when}.`,
  by: (name, when) => `${name}, ${when}`,
  bySomebody: (when) => `Satt i verk ${when}`,
  more: (count) => `og ${count} til`,
  known: (count, all) => {
    if (all === 1) return count === 1 ? "Døren vet det." : "Døren vet det ikke ennå.";
    if (count === 2 && all === 2) return "Begge dørene vet det.";
    return count === all ? `Alle ${all} dørene vet det.` : `${count} av ${all} dører vet det.`;
  },
  away: (count) =>
    count === 1
      ? "1 er frakoblet og får vite det når den er tilbake."
      : `${count} er frakoblet og får vite det når de er tilbake.`,
  stand: (count, all) => {
    if (all === 1) return count === 1 ? "Den står ulåst." : "Den er fortsatt låst.";
    return `${count} av ${all} står ulåst.`;
  },
};
