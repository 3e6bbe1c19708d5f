import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";

/** What is said of whoever gets data, beside the name: where it is, and by which right it gets it (A12, C11). */
export const receiverShape = {
  /** ISO 3166-1; outside the EEA is refused by name. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** The last day of the agreement under which it is a processor (GDPR Art. 28). */
  agreedUntil: z.iso.date().optional(),
  /** Else why it gets data as a controller of its own: the law's name, or what it needs it for (Art. 6). */
  ground: oneLine(200).optional(),
};
