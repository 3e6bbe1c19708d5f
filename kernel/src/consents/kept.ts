import { text } from "../words.ts";
import { measureUse } from "./activities.ts";
import { choicesCookie, rememberedSeconds } from "./cookie.ts";
import type { Stored } from "./stored.ts";

/** What the kernel keeps on devices. */
export const kernelStored: readonly Stored[] = [
  {
    name: choicesCookie,
    where: "cookie",
    category: "necessary",
    purpose: text(
      "Husker hva du svarte, så du ikke blir spurt igjen.",
      "Kommer ihåg vad du svarade, så att du inte blir tillfrågad igen.",
      "Remembers what you answered, so that you are not asked again.",
    ),
    lasts: rememberedSeconds,
  },
  {
    name: "terskel.counted",
    where: "local storage",
    category: "analytics",
    consent: measureUse,
    purpose: text(
      "Dagen da denne enheten sist ble talt, så besøket telles én gang om dagen.",
      "Dagen då den här enheten senast räknades, så att besöket räknas en gång om dagen.",
      "The day on which this device was last counted, so that the visit counts once a day.",
    ),
    lasts: "removed",
  },
];
