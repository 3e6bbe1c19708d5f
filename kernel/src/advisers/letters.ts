import { languageOfCountry } from "@terskel/platform/i18n";
import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import { dayOf, lastDayOf } from "../suppliers/dates.ts";
import { letters } from "./texts.ts";

export const inviteJob = "kernel.invite-adviser";

/** The invitation names no need and no person: an e-mail may be read by others. */
export const adviserInvitation = (ports: PrivacyPorts): Job =>
  defineJob({
    name: inviteJob,
    payload: z.object({ organisation: z.uuid(), adviser: z.uuid() }),
    run: async ({ organisation, adviser }) => {
      const found = await ports.withContext(
        { activity: "kernel.run-privacy-desk", organisation },
        async (tx: Tx) =>
          await tx
            .selectFrom("kernel.advisers as a")
            .innerJoin("kernel.organisations as o", "o.id", "a.organisation_id")
            .select(["a.email", "a.begins_at", "a.ends_at", "o.name", "o.country"])
            .where("a.id", "=", adviser)
            .where("a.ended_at", "is", null)
            .executeTakeFirst(),
      );
      if (!found) return;
      const { email, name, begins_at, ends_at, country } = found;
      const { subject, text } = letters[languageOfCountry(country)].invitation(name, {
        from: dayOf(begins_at),
        until: lastDayOf(ends_at),
        email,
        page: new URL("advice", ports.publicUrl).href,
      });
      await ports.sendMail(
        { to: email, subject, text },
        { activity: "kernel.advise", labels: ["contact"], organisation },
      );
    },
  });
