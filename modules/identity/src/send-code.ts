import { isLanguage } from "@terskel/platform/i18n";
import { defineJob } from "@terskel/platform/jobs";
import { z } from "zod";
import { holderOf } from "./code-holders.ts";
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
        const wanted = found.purpose !== "sign-in" || (await holderOf(tx, addressOf(found)));
        return wanted ? found : undefined;
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
      if (channel === "email") {
        await ports.sendMail({
          to,
          subject: words.subject,
          text: words.mail(digits, codeMinutes, host),
        });
      } else {
        await ports.sendSms?.({ to, text: words.sms(digits, codeMinutes, hostname) });
      }
    },
  });
}
