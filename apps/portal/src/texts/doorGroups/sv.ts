import type { Catalogue } from "@terskel/platform/i18n";
import type { doorGroups as en } from "./en.ts";

export const doorGroups: Catalogue<typeof en> = {
  title: "Dörrgrupper",
  lead: "Ge behörighet till en grupp dörrar, så öppnar den varje dörr i gruppen, även de som tillkommer senare.",
  about: "Dörrar som ges tillsammans: entréer, garage",
  add: "Lägg till dörrgrupp",
  edit: "Byt namn på dörrgruppen",
  name: "Namn",
  doors: "Dörrar",
  people: "Personer med behörighet",
  empty: "Inga dörrgrupper ännu",
  emptyText: "Entréer, garaget, källarna: dörrar som samma personer öppnar.",
  added: "Dörrgruppen är tillagd",
  removed: "Dörrgruppen är borttagen",
  removeTitle: (name) => `Ta bort ${name}?`,
  removeText: "Behörigheterna till gruppen upphör genast. Dörrarna finns kvar.",
  removeConfirm: "Ta bort dörrgruppen",
  inIt: "Dörrar i gruppen",
  site: "Plats",
  noDoors: "Inga dörrar i gruppen ännu",
  noDoorsText: "Behörighet till gruppen öppnar ingenting förrän den har en dörr.",
  addDoor: "Lägg till dörr",
  doorAdded: "Dörren är tillagd",
  getsIn: (people) =>
    people === 0
      ? "Ingen har behörighet till gruppen ännu."
      : people === 1
        ? "1 person har behörighet till gruppen, och kan öppna dörren genast."
        : `${people} personer har behörighet till gruppen, och kan öppna dörren genast.`,
  takeOut: (door) => `Ta ut ${door}`,
  takeOutText: "Ingen kan öppna den genom gruppen längre.",
  takeOutConfirm: "Ta ut",
  access: "Vilka som har behörighet",
  noAccess: "Ingen har behörighet till gruppen ännu.",
};
