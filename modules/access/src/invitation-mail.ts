import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import type { Language } from "@terskel/platform/i18n";
import { nameInMail } from "@terskel/platform/mail";
import type { Mail } from "@terskel/platform/mail";
import { z } from "zod";
import { writeInvitationToken } from "./invitation-token.ts";
import type { AccessPorts } from "./ports.ts";
import { texts } from "./texts/index.ts";
import type { Tx } from "./tx.ts";

const payload = z.object({ organisation: z.uuid(), invitation: z.uuid() });

/** What the mail says; undefined when the invitation is used, withdrawn or expired meanwhile. */
async function readLetter(tx: Tx, id: string, now: Date) {
  return await tx
    .selectFrom("access.invitations as i")
    .innerJoin("access.doors as d", "d.id", "i.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .innerJoin("kernel.organisations as o", "o.id", "i.organisation_id")
    .innerJoin("kernel.memberships as m", "m.id", "i.invited_by")
    .select([
      "i.email",
      "i.expires_at",
      "i.invited_by",
      "d.name as door",
      "s.name as site",
      "s.time_zone",
    ])
    .select(["o.name as organisation", "m.name as inviter"])
    .select((eb) => eb.ref("i.language").$castTo<Language>().as("language"))
    .where("i.id", "=", id)
    .where("i.expires_at", ">", now)
    .executeTakeFirst();
}

/**
 * Sends an invitation's mail. The queue knows its id only. Sent twice when the mail was handed over
 * and the job died before it could say so: the same link, which works once.
 */
export function invitationMailJob(ports: AccessPorts): Job {
  const { withContext, keys, now, publicUrl, sendMail } = ports;
  return defineJob({
    name: "access.send-invitation",
    payload,
    run: async ({ organisation, invitation }) => {
      const letter = await withContext({ activity: "access.invite", organisation }, (tx: Tx) =>
        readLetter(tx, invitation, now()),
      );
      if (!letter) return;
      const link = new URL("invitation", publicUrl);
      // In the fragment, which browsers send to no server: the token stands in no log.
      link.hash = `token=${writeInvitationToken(keys, { id: invitation, organisation })}`;
      // Of whoever invites. The address goes when the invitation is used (C7), so it stands in no log either.
      await sendMail(write(letter, link.href), {
        activity: "access.invite",
        labels: ["name", "contact", "access-right", "time"],
        organisation,
        member: letter.invited_by,
      });
    },
  });
}

function write(letter: NonNullable<Awaited<ReturnType<typeof readLetter>>>, link: string): Mail {
  const { subject, text } = texts[letter.language].invitation;
  const names = {
    door: nameInMail(letter.door),
    site: nameInMail(letter.site),
    organisation: nameInMail(letter.organisation),
    inviter: nameInMail(letter.inviter),
  };
  const expires = new Intl.DateTimeFormat(letter.language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: letter.time_zone,
  }).format(letter.expires_at);
  return { to: letter.email, subject: subject(names), text: text({ ...names, link, expires }) };
}
