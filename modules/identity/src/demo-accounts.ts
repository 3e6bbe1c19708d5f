import { claimByAccount } from "./claims.ts";
import { accountOfEid } from "./eid-accounts.ts";
import { eidSettings } from "./eid-settings.ts";
import type { IdentityPorts, TestPerson } from "./ports.ts";
import type { Tx } from "./tx.ts";

/**
 * Gives an invented person the account they would have after signing in with the eID and confirming
 * their e-mail and telephone, so that the memberships with their e-mail are theirs. Safe to repeat.
 * @throws Error outside the demo
 */
export async function addDemoAccount(ports: IdentityPorts, person: TestPerson): Promise<void> {
  if (!ports.demo) throw new Error("Only the demo has invented persons.");
  const { name, dateOfBirth, subject, email, phone } = person;
  const eid = { issuer: eidSettings(ports.config).knownAs, subject, name, dateOfBirth };
  const now = ports.now();
  await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
    const id = await accountOfEid(tx, eid, undefined, now);
    const details = {
      ...(email ? { email, email_verified_at: now } : {}),
      ...(phone ? { phone, phone_verified_at: now } : {}),
    };
    if (Object.keys(details).length > 0) {
      await tx
        .updateTable("identity.persons")
        .set(details)
        .where("id", "=", id)
        .where("email_verified_at", "is", null)
        .where("phone_verified_at", "is", null)
        .execute();
    }
    await claimByAccount(tx, id);
  });
}
