import { addressKey, unsubscribe } from "@terskel/kernel";
import { operatorName } from "./operator-name.ts";
import { tokenHash } from "./link-token.ts";
import type { CustomersPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

const activity = "kernel.unsubscribe";

/** The delivery that a link was made for. @throws Problem `link-unknown` */
async function findDelivery({ withContext }: CustomersPorts, token: string) {
  const found = await withContext({ activity }, (tx: Tx) =>
    tx
      .selectFrom("customers.deliveries")
      .select(["id", "organisation_id as organisation"])
      .where("token_hash", "=", tokenHash(token))
      .executeTakeFirst(),
  );
  if (!found) throw problem("link-unknown");
  return found;
}

/** Whose mail it was, and whether it has been unsubscribed by. @throws Problem `link-unknown` */
export async function readLink(ports: CustomersPorts, token: string) {
  const { id, organisation } = await findDelivery(ports, token);
  return await ports.withContext({ activity, organisation }, async (tx: Tx) => {
    const delivery = await tx
      .selectFrom("customers.deliveries")
      .select("unsubscribed_at")
      .where("id", "=", id)
      .executeTakeFirst();
    return {
      operator: await operatorName(tx),
      unsubscribed: (delivery?.unsubscribed_at ?? null) !== null,
    };
  });
}

/**
 * Ends direct marketing to whoever holds the link: to the address that was written to, and to the one that their
 * contact has by now. Said twice it is the same. @throws Problem `link-unknown`
 */
export async function unsubscribeBy(ports: CustomersPorts, token: string) {
  const { id, organisation } = await findDelivery(ports, token);
  const at = ports.now();
  return await ports.withContext({ activity, organisation }, async (tx: Tx) => {
    const delivery = await tx
      .selectFrom("customers.deliveries")
      .select(["email", "address_key", "mailing_id", "unsubscribed_at"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!delivery) throw problem("link-unknown");
    const { email, address_key, mailing_id } = delivery;
    const keys = [address_key, ...(email ? [addressKey(ports.keys, email)] : [])];
    await unsubscribe(tx, { organisation, address: email ?? undefined, keys, at });
    if (!delivery.unsubscribed_at) {
      await tx
        .updateTable("customers.deliveries")
        .set({ unsubscribed_at: at })
        .where("id", "=", id)
        .execute();
      await tx
        .updateTable("customers.mailings")
        .set((eb) => ({ unsubscribed: eb("unsubscribed", "+", 1) }))
        .where("id", "=", mailing_id)
        .execute();
    }
    return { operator: await operatorName(tx), unsubscribed: true };
  });
}
