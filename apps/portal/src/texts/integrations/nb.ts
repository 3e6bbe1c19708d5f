import type { Texts } from "../en.ts";

export const integrations: Texts["integrations"] = {
  title: "Integrasjoner",
  about: "Hvem som leser gjennom API-et om dørene de styrer",
  lead: "Et firma som styrer en dør for dere, kan lese gjennom API-et hvem som bruker den døren, og loggen dens. Om andre dører leser det ingenting.",
  add: "Legg til integrasjon",
  addText:
    "Firmaet får en nøkkel, og leser med den til den går ut. De det leser om, ser det på personvernsiden sin.",
  name: "Firma",
  nameHint: "Slik de det gjelder, får vite det.",
  doors: "Dører",
  doorsHint: "Dørene firmaet styrer, og ingen andre.",
  noDoors: "Ingen lenger",
  until: "Til",
  untilHint: "Da slutter det av seg selv, senest om et år.",
  isOver: "Avsluttet",
  empty: "Ingen leser gjennom API-et",
  emptyText: "Hva andre kan lese, og hvordan:",
  reference: "API-ets dokumentasjon",
  end: "Avslutt",
  endOf: (name) => `Avslutt: ${name}`,
  endTitle: (name) => `Avslutte integrasjonen med ${name}?`,
  endText: "Nøkkelen er ikke verdt noe fra nå av. For å begynne igjen må det lages en ny.",
  ended: "Den er avsluttet.",
  tokenOf: (name) => `Nøkkel til ${name}`,
  once: "Dette vises bare nå. Gi den til firmaet der ingen andre leser den, ikke på e-post eller chat.",
  receiver: {
    country: "Land",
    countryHint: "Bare land i EU og EØS.",
    by: "Med hvilken rett",
    byGround: "Eget grunnlag",
    byAgreement: "Avtale med dere",
    agreedUntil: "Siste dag for avtalen",
    ground: "Hvorfor mottakeren kan få opplysningene",
    groundHint:
      "For eksempel lovens navn, eller hva opplysningene trengs til. Ingen fødselsnummer.",
  },
};
