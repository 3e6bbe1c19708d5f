import type { Catalogue } from "@terskel/platform/i18n";
import type { logging as en } from "./en.ts";

export const logging: Catalogue<typeof en> = {
  title: "Logg",
  of: (door: string) => `Loggen för ${door}`,
  menu: "Vad som loggas",
  tells: "Vad loggen berättar",
  modes: {
    personal: "Vem som kom, och när",
    anonymous: "Att någon kom, inte vem",
    off: "Ingenting",
  },
  modeHints: {
    personal: "Personen ser det också, i sin egen logg.",
    anonymous: "Inga namn sparas, varken här eller vid dörren.",
    off: "Ingenting av det som händer vid dörren sparas, varken här eller där.",
  },
  purpose: "Vad den är till för",
  purposeNames: {
    misuse: "Inbrott och missbruk",
    faults: "Fel vid dörren",
    safety: "Nödsituationer",
  },
  purposes: {
    misuse: "för att utreda inbrott och missbruk",
    faults: "för att hitta fel vid dörren",
    safety: "för att veta vem som kan vara inne i en nödsituation",
  },
  purposeHint:
    "De som använder dörren ser det. Loggen får inte användas för att kontrollera arbetstid.",
  days: "Antal dagar loggen sparas",
  daysHint: "1 till 3650. Inte längre än ändamålet kräver; längre än 365 bara när det står varför.",
  reason: "Varför den sparas så länge",
  reasonHint: "De som använder dörren läser det. Inga namn.",
  usualInHomes: "14 dagar, vanligt i bostäder",
  usualAtWork: "90 dagar, vanligt på arbetsplatser",
  shorter: (days: string) =>
    `Det som är äldre än ${days} försvinner genast för alla och går inte att få tillbaka.`,
  longer:
    "Det som står i loggen nu står kvar tills den nya tiden är slut. Det som redan är borta kommer inte tillbaka.",
  unnamed: "Namnen i loggen försvinner genast för alla och går inte att få tillbaka.",
  emptied: "Allt som står i loggen försvinner genast för alla och går inte att få tillbaka.",
  set: "Loggen är ändrad",
  count: (count: number) => (count === 1 ? "1 dag" : `${count} dagar`),
  kept: { personal: "", anonymous: "utan namn", off: "ingen logg" },
};
