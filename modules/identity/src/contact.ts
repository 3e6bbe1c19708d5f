import type { Body } from "@terskel/platform/contract";
import type { Language } from "@terskel/platform/i18n";
import type * as api from "./api/me.ts";
import { claimByAccount } from "./claims.ts";
import { guessCode, requestCode, useCode, wrongCode } from "./codes.ts";
import { isDuplicate } from "./duplicates.ts";
import { readPhone } from "./phone.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

const purpose = "contact";

type Who = {
  readonly context: Parameters<IdentityPorts["withContext"]>[0];
  readonly person: string;
  readonly ip: string;
};

/**
 * Sends a code to the new e-mail or telephone.
 * @throws Problem `invalid-phone`, `sms-not-offered`, `national-identity-number`, `too-many-requests`
 */
export async function requestContactChange(
  ports: IdentityPorts,
  body: Body<typeof api.requestContactChange>,
  { context, person, ip, language }: Who & { readonly language: Language },
) {
  if (body.channel === "sms" && !ports.sendSms) throw problem("sms-not-offered");
  const address = body.channel === "email" ? body.email : readPhone(body.phone);
  const to = { channel: body.channel, address };
  return await requestCode(ports, { context, purpose, to, person, language, ip });
}

/**
 * Makes the new e-mail or telephone the person's: on the account and in every organisation (A15),
 * all or nothing.
 * @throws Problem `wrong-code`, `contact-taken`, `too-many-requests`
 */
export async function confirmContactChange(
  ports: IdentityPorts,
  given: { code: string; digits: string },
  { context, person, ip }: Who,
): Promise<void> {
  const code = await guessCode(ports, { context, purpose, ...given, ip });
  const now = ports.now();
  const used = await ports
    .withContext(context, async (tx: Tx) => {
      if (!(await useCode(tx, code.id))) return false;
      const byEmail = code.channel === "email";
      await tx
        .updateTable("identity.persons")
        .set(
          byEmail
            ? { email: code.address, email_verified_at: now }
            : { phone: code.address, phone_verified_at: now },
        )
        .where("id", "=", person)
        .execute();
      await tx
        .updateTable("kernel.memberships")
        .set(byEmail ? { email: code.address } : { phone: code.address })
        .where("person_id", "=", person)
        .execute();
      return true;
    })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? problem("contact-taken", { cause: error }) : error;
    });
  if (!used) throw await wrongCode(ports, code.attempt, "used-already");
  // What waits for this address in other organisations is the person's from now on. Were this
  // interrupted, the session's next touch would do it.
  await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
    await claimByAccount(tx, person);
  });
}
