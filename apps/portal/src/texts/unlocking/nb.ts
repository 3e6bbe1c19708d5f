import type { Catalogue } from "@terskel/platform/i18n";
import type { unlocking as en } from "./en.ts";

export const unlocking: Catalogue<typeof en> = {
  schedule: "Ulåst etter tidsplan",
  scheduleHint: "På disse tidene står døren ulåst av seg selv.",
  none: "Alltid låst",
  firstPerson: "Vent på den første",
  firstPersonHint:
    "Døren er låst til noen med tilgang har åpnet den med kort, brikke, mobil eller kode ved døren, hver gang tidene begynner. Å åpne fra portalen teller ikke.",
  withFirstPerson: (schedule) => `${schedule}, når den første har kommet`,
  now: {
    unlocked: (until) => (until ? `Ulåst etter tidsplan til ${until}` : "Ulåst etter tidsplan"),
    waiting: (until) => (until ? `Venter på den første, til ${until}` : "Venter på den første"),
    "kept-locked": (until) => `Holdes låst til ${until}`,
    locked: (until) => `Låst; låses opp etter tidsplan ${until}`,
  },
  keep: "Hold låst i dag",
  kept: "Døren holdes låst i dag. De som har tilgang, slipper inn.",
  end: "Følg tidsplanen igjen",
  ended: "Døren følger tidsplanen igjen",
};
