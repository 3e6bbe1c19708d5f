import { readCatalogue } from "@terskel/platform/db";
import type { TestDatabase } from "@terskel/platform/testing";
import { applyPolicies } from "../apply-policies.ts";
import { kernelProcessing } from "../processing.ts";
import type { RightsPorts, Scope } from "../scope.ts";
import { createWithContext } from "../tenancy.ts";
import { createTombstones } from "../tombstones/tombstones.ts";
import { shopProcessing, shopSql } from "../test-shop.ts";

export const house = "0190b6a0-0000-7000-8000-00000000000a";
export const other = "0190b6a0-0000-7000-8000-00000000000b";
export const kari = "0190b6a0-0000-7000-8000-000000000001";
export const ola = "0190b6a0-0000-7000-8000-000000000002";
/** Kari, as the other house knows her. */
export const kariThere = "0190b6a0-0000-7000-8000-000000000003";
export const account = "0190b6a0-0000-7000-8000-0000000000aa";
export const email = "kari@nabo.example";

export const tombstoneKey = Buffer.alloc(32, 7);

export const processings = [kernelProcessing, shopProcessing];

/** Kari at the one house, asked for by it. */
export const kariAtHouse: Scope = {
  organisation: house,
  subjects: { member: [kari], account: [], address: [] },
  values: [email, "+4799999991"],
};

/** With tombstones in a folder of their own. */
export function portsOf(database: TestDatabase, folder: string) {
  const activities = new Set(processings.flatMap((p) => p.activities.map(({ id }) => id)));
  const rights: RightsPorts = {
    withContext: createWithContext(database.app, activities),
    processings,
    catalogue: async () => await readCatalogue(database.app, ["kernel", "shop"]),
  };
  const tombstones = createTombstones({
    folder,
    key: tombstoneKey,
    now: () => new Date(),
    log: { warn: () => undefined },
  });
  return { ...rights, tombstones };
}

/** Kari and Ola in one house, Kari also in another. */
export async function furnish({ owner }: TestDatabase): Promise<void> {
  await owner.query(`
    drop schema if exists shop cascade; ${shopSql};
    delete from kernel.holds; delete from kernel.organisations; delete from kernel.retention_ledger;
    insert into kernel.organisations (id, name, number, country, kind) values
      ('${house}', 'Nabohuset', '974760673', 'NO', 'housing'),
      ('${other}', 'Grannhuset', '5560360793', 'SE', 'housing');
    insert into kernel.memberships (id, organisation_id, person_id, name, email, phone, source) values
      ('${kari}', '${house}', '${account}', 'Kari', '${email}', '+4799999991', 'import'),
      ('${ola}', '${house}', null, 'Ola', 'ola@nabo.example', '+4799999992', 'import'),
      ('${kariThere}', '${other}', '${account}', 'Kari', '${email}', '+4799999991', 'import');
    insert into shop.receipts (organisation_id, member_id, buyer, paid_at)
      select organisation_id, id, name, t from kernel.memberships, (values (now()), (now() - interval '30 years')) v(t);
    insert into shop.cards (organisation_id, member_id) select organisation_id, id from kernel.memberships;
    insert into shop.visits (organisation_id, card_id) select organisation_id, id from shop.cards, generate_series(1, 3);
    insert into shop.notes (organisation_id, about, author, said) values
      ('${house}', '${kari}', '${ola}', 'Kari wants a red one'),
      ('${house}', '${ola}', '${kari}', 'Ola wants a blue one'),
      ('${house}', '${ola}', '${ola}', 'Ola thinks');
    insert into shop.notes (organisation_id, address, said) values
      ('${house}', '${email}', 'rang at the door'), ('${other}', '${email}', 'rang there');`);
  await applyPolicies(owner, processings);
}
