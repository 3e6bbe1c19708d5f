import type { Catalogue } from "@terskel/platform/i18n";
import type { unlocking as en } from "./en.ts";

export const unlocking: Catalogue<typeof en> = {
  schedule: "Olåst enligt tidsschema",
  scheduleHint: "På dessa tider står dörren olåst av sig själv.",
  none: "Alltid låst",
  firstPerson: "Vänta på den första",
  firstPersonHint:
    "Dörren är låst tills någon med behörighet har öppnat den med kort, tagg, mobil eller kod vid dörren, varje gång tiderna börjar. Att öppna från portalen räknas inte.",
  withFirstPerson: (schedule) => `${schedule}, när den första har kommit`,
  now: {
    unlocked: (until) =>
      until ? `Olåst enligt tidsschema till ${until}` : "Olåst enligt tidsschema",
    waiting: (until) => (until ? `Väntar på den första, till ${until}` : "Väntar på den första"),
    "kept-locked": (until) => `Hålls låst till ${until}`,
    locked: (until) => `Låst; låses upp enligt tidsschema ${until}`,
  },
  keep: "Håll låst i dag",
  kept: "Dörren hålls låst i dag. De som har behörighet kommer in.",
  end: "Följ tidsschemat igen",
  ended: "Dörren följer tidsschemat igen",
};
