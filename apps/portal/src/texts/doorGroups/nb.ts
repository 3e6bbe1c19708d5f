import type { Catalogue } from "@terskel/platform/i18n";
import type { doorGroups as en } from "./en.ts";

export const doorGroups: Catalogue<typeof en> = {
  title: "Dørgrupper",
  lead: "Gi tilgang til en gruppe dører, så åpner den hver dør i gruppen, også de som kommer til senere.",
  about: "Dører som gis samlet: innganger, garasje",
  add: "Legg til dørgruppe",
  edit: "Endre navn på dørgruppen",
  name: "Navn",
  doors: "Dører",
  people: "Personer med tilgang",
  empty: "Ingen dørgrupper ennå",
  emptyText: "Innganger, garasjen, kjellerne: dører som de samme åpner.",
  added: "Dørgruppen er lagt til",
  removed: "Dørgruppen er fjernet",
  removeTitle: (name) => `Fjerne ${name}?`,
  removeText: "Tilgangene til gruppen opphører med en gang. Dørene blir værende.",
  removeConfirm: "Fjern dørgruppen",
  inIt: "Dører i gruppen",
  site: "Sted",
  noDoors: "Ingen dører i gruppen ennå",
  noDoorsText: "Tilgang til gruppen åpner ingenting før den har en dør.",
  addDoor: "Legg til dør",
  doorAdded: "Døren er lagt til",
  getsIn: (people) =>
    people === 0
      ? "Ingen har tilgang til gruppen ennå."
      : people === 1
        ? "1 person har tilgang til gruppen, og kan åpne døren med en gang."
        : `${people} personer har tilgang til gruppen, og kan åpne døren med en gang.`,
  takeOut: (door) => `Ta ut ${door}`,
  takeOutText: "Ingen kan åpne den gjennom gruppen lenger.",
  takeOutConfirm: "Ta ut",
  access: "Hvem som har tilgang",
  noAccess: "Ingen har tilgang til gruppen ennå.",
};
