import type { AddressOwner } from "@terskel/kernel";
import type { Language } from "@terskel/platform/i18n";
import { logAttempt } from "./attempts.ts";
import { plainIp } from "./caller.ts";
import { unclaimedMemberships } from "./claims.ts";
import { guessCode, requestCode, useCode, wrongCode } from "./codes.ts";
import type { IdentityPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";

const context = { activity: "identity.sign-in" } as const;
const purpose = "address";

/** One-time codes that prove an address to be whoever asks's, who need not have an account. */
export function createAddressCodes(ports: IdentityPorts) {
  return {
    /** @throws Problem `too-many-requests` */
    async request(email: string, { ip, language }: { ip: string; language: Language }) {
      const to = { channel: "email", address: email } as const;
      const asked = { context, purpose, to, person: undefined, language, ip: plainIp(ip) } as const;
      return await requestCode(ports, asked);
    },
    /** @throws Problem `wrong-code`, `too-many-requests` */
    async confirm(
      given: { code: string; digits: string },
      { ip }: { ip: string },
    ): Promise<AddressOwner> {
      const code = await guessCode(ports, { context, purpose, ...given, ip: plainIp(ip) });
      const owner = await ports.withContext(context, async (tx: Tx) => {
        if (!(await useCode(tx, code.id))) return undefined;
        await logAttempt(tx, ports, code.attempt, {
          outcome: "accepted",
          reason: "address-proven",
        });
        return await ownerOf(tx, code.address);
      });
      if (!owner) throw await wrongCode(ports, code.attempt, "used-already");
      return owner;
    },
  };
}

async function ownerOf(tx: Tx, address: string): Promise<AddressOwner> {
  const account = await tx
    .selectFrom("identity.persons")
    .select("id")
    .where("email", "=", address)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
  const unclaimed = await unclaimedMemberships(tx, { channel: "email", address });
  const ids = unclaimed.map(({ id }) => id);
  const memberships = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "organisation_id as organisation"])
    .where((eb) =>
      eb.or([
        eb("id", "in", ids.length > 0 ? ids : [null]),
        ...(account ? [eb("person_id", "=", account.id)] : []),
      ]),
    )
    .orderBy("id")
    .execute();
  return { address, account: account?.id, memberships };
}
