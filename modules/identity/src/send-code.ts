import { isLanguage } from "@terskel/platform/i18n";
import { defineJob } from "@terskel/platform/jobs";
import { z } from "zod";
import type { SendMail } from "@terskel/kernel";
import { holderOf } from "./code-holders.ts";
import type { Holder } from "./code-holders.ts";
import { addressOf } from "./code-sign-in.ts";
import { digitsOf, sendCodeJob } from "./codes.ts";
import type { Purpose } from "./codes.ts";
import { codeMinutes } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";
import { texts } from "./texts/index.ts";
import type { Tx } from "./tx.ts";

/**
 * Sends a code to its address: to sign in, only if somebody there may.
 * Twice is the same code twice. What comes too late is not sent.
 */
export function sendCode(ports: IdentityPorts) {
  return defineJob({
    name: sendCodeJob,
    payload: z.object({ code: z.uuid() }),
    run: async ({ code: id }) => {
      const code = await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
        const found = await tx
          .selectFrom("identity.codes")
          .selectAll()
          .where("id", "=", id)
          .where("expires_at", ">", ports.now())
          .executeTakeFirst();
        if (!found) return undefined;
        if (found.purpose !== "sign-in") return { ...found, holder: undefined };
        const holder = await holderOf(tx, addressOf(found));
        return holder && { ...found, holder };
      });
      if (!code) return;
      const { address: to, language, purpose, channel } = code;
      const text = texts[isLanguage(language) ? language : "nb"];
      const words = {
        "sign-in": text.signInCode,
        contact: text.contactCode,
        address: text.addressCode,
      }[purpose as Purpose];
      const digits = digitsOf(ports.keys, id);
      const { host, hostname } = ports.config.publicUrl;
      const about = aboutCode(code);
      if (channel === "email") {
        const mail = words.mail(digits, codeMinutes, host);
        await ports.sendMail({ to, subject: words.subject, text: mail }, about);
      } else {
        await ports.sendSms?.({ to, text: words.sms(digits, codeMinutes, hostname) }, about);
      }
    },
  });
}

type Code = {
  readonly purpose: string;
  readonly person_id: string | null;
  readonly holder: Holder | undefined;
};

/** An account's code is its owner's own affair; one to an address that an organisation wrote is also that one's. */
function aboutCode({ purpose, person_id, holder }: Code): Parameters<SendMail>[1] {
  const activity = purpose === "contact" ? "identity.account" : "identity.sign-in";
  const labels = ["contact", "language", "secret"] as const;
  const account = person_id ?? holder?.account;
  // By SMS one signs in at an employer, who is asked; what an organisation wrote is its affair too.
  const [first] = account ? [] : (holder?.memberships ?? []);
  const employer = holder?.proven.channel === "sms" ? holder.proven.organisation : undefined;
  const organisation = employer ?? first?.organisation_id;
  const member = first?.organisation_id === organisation ? first?.id : undefined;
  return { activity, labels, account, organisation, member };
}
