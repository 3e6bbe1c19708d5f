import type { Texts } from "../en.ts";

export const integrations: Texts["integrations"] = {
  title: "Integrationer",
  about: "Vilka som läser via API:et om dörrarna de styr",
  lead: "Ett företag som styr en dörr åt er kan läsa via API:et vem som använder den dörren, och dess logg. Om andra dörrar läser det ingenting.",
  add: "Lägg till integration",
  addText:
    "Företaget får en nyckel och läser med den tills den går ut. De som det läser om ser det på sin dataskyddssida.",
  name: "Företag",
  nameHint: "Så som de det gäller får veta det.",
  doors: "Dörrar",
  doorsHint: "Dörrarna som företaget styr, och inga andra.",
  noDoors: "Inga längre",
  until: "Till",
  untilHint: "Då upphör den av sig själv, senast om ett år.",
  isOver: "Avslutad",
  empty: "Ingen läser via API:et",
  emptyText: "Vad andra kan läsa, och hur:",
  reference: "API:ets dokumentation",
  end: "Avsluta",
  endOf: (name) => `Avsluta: ${name}`,
  endTitle: (name) => `Avsluta integrationen med ${name}?`,
  endText: "Nyckeln är inte värd något från och med nu. För att börja igen måste en ny skapas.",
  ended: "Den är avslutad.",
  tokenOf: (name) => `Nyckel till ${name}`,
  once: "Det här visas bara nu. Ge den till företaget där ingen annan läser den, inte via e-post eller chatt.",
};
