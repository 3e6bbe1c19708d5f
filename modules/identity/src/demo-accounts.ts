import { accountOfEid } from "./eid-accounts.ts";
import { claimMemberships } from "./claims.ts";
import { eidSettings } from "./eid-settings.ts";
import type { IdentityPorts, TestPerson } from "./ports.ts";
import type { Tx } from "./tx.ts";

/**
 * The account of an invented person, as if they had signed in with the test eID and given the code
 * that went to their e-mail. Safe to call again. Only in the demo.
 * @throws Error outside the demo
 */
export async function addDemoAccount(ports: IdentityPorts, person: TestPerson): Promise<void> {
  if (!ports.demo) throw new Error("Only the demo has invented persons.");
  const { name, subject, dateOfBirth, email, phone } = person;
  const now = ports.now();
  await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
    const issuer = eidSettings(ports.config).issuer.href;
    const id = await accountOfEid(tx, { issuer, subject, name, dateOfBirth }, undefined, now);
    if (!email) return;
    await tx
      .updateTable("identity.persons")
      .set({ email, email_verified_at: now, phone: phone ?? null })
      .where("id", "=", id)
      .execute();
    await claimMemberships(tx, id, { channel: "email", address: email });
  });
}
