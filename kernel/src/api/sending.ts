import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as kernel from "./columns.ts";

const state = <T extends z.ZodType>(field: T) => plain("A state of the installation.", field);

export const sending = route({
  id: "kernel.sending",
  method: "GET",
  path: "/api/v1/operator/sending",
  activity: "kernel.administer-suppliers",
  who: "operator",
  summary:
    "Whether e-mail and SMS can leave the installation now, by which supplier, why not, and how much waits.",
  response: z.object({
    channels: z.array(
      z.object({
        of: state(z.enum(["e-mail provider", "SMS provider"])),
        /** Absent: what is sent is kept in the installation, and passed on to nobody. */
        host: state(z.string()).optional(),
        supplier: kernel.suppliers("name", z.string()).optional(),
        /** The last day of the agreement in force; absent: it has none. */
        lastDay: kernel.supplierAgreements("ends_at", z.iso.date()).optional(),
        /** Why nothing leaves; absent: it does. */
        why: state(
          z.enum([
            "no-supplier",
            "no-agreement",
            "not-yet",
            "ended",
            "data-not-agreed",
            "organisation-objects",
            "not-told",
          ]),
        ).optional(),
      }),
    ),
    /** Messages that wait for an agreement or an answer. */
    waiting: state(z.number().int()),
  }),
});
