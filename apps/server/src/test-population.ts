import { randomBytes, randomUUID } from "node:crypto";
import type { TestDatabase } from "@terskel/platform/testing";
import * as fc from "fast-check";

/** What a person has at an organisation, or with their account: how many of each. */
const few = fc.nat({ max: 2 });
const atOrganisation = fc.record({
  grants: few,
  credentials: few,
  invites: few,
  invited: few,
  passages: fc.nat({ max: 4 }),
  lookups: few,
  requests: few,
  cases: few,
  inGroup: fc.boolean(),
  resident: fc.boolean(),
});
const ofAccount = fc.record({ sessions: few, passkeys: few, eids: few, attempts: few, codes: few });

/** People with and without accounts and addresses, at one of two organisations or both. */
export const people = fc.array(
  fc.record({
    email: fc.boolean(),
    phone: fc.boolean(),
    account: fc.option(ofAccount, { nil: undefined }),
    at: fc.tuple(
      fc.option(atOrganisation, { nil: undefined }),
      fc.option(atOrganisation, { nil: undefined }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);
type Person = (typeof people extends fc.Arbitrary<infer T> ? T : never)[number];

/** A person as they stand in the database. */
export type Populated = {
  readonly account: string | undefined;
  /** By organisation: the membership's id. */
  readonly members: readonly (string | undefined)[];
  readonly addresses: readonly string[];
};

const number = () => String(randomBytes(4).readUInt32BE()).padStart(10, "0");

/** Empties the database and puts these people into it. */
export async function populate({ owner }: TestDatabase, all: readonly Person[]) {
  const run = async (text: string, ...values: unknown[]) => {
    await owner.query(text, values);
  };
  const repeat = async (times: number, text: string, ...values: unknown[]) => {
    if (times > 0) await run(`${text} from generate_series(1, ${times}) n`, ...values);
  };
  await run(`delete from access.passages`);
  await run(`delete from kernel.organisations`);
  await run(`delete from identity.persons`);
  await run(`delete from identity.codes`);
  await run(`delete from identity.sign_in_attempts`);
  const houses = [];
  for (const country of ["NO", "SE"]) {
    const [organisation, site, door, group, unit] = Array.from({ length: 5 }, () => randomUUID());
    await run(
      `insert into kernel.organisations (id, name, number, country, kind) values ($1, 'House', $2, $3, 'housing')`,
      organisation,
      country === "NO" ? "974760673" : "5560125790",
      country,
    );
    await run(
      `insert into kernel.sites (id, organisation_id, name) values ($1, $2, 'Site')`,
      site,
      organisation,
    );
    await run(
      `insert into access.doors (id, organisation_id, site_id, name) values ($1, $2, $3, 'Door')`,
      door,
      organisation,
      site,
    );
    await run(
      `insert into access.groups (id, organisation_id, name) values ($1, $2, 'Group')`,
      group,
      organisation,
    );
    await run(
      `insert into access.units (id, organisation_id, site_id, name) values ($1, $2, $3, 'Unit')`,
      unit,
      organisation,
      site,
    );
    houses.push({ organisation: organisation ?? "", door, group, unit });
  }
  const populated: Populated[] = [];
  for (const person of all) {
    const account = person.account && randomUUID();
    const email = person.email ? `p${number()}@nabo.example` : null;
    const phone = person.phone ? `+47${number().slice(0, 8)}` : null;
    if (account && person.account) {
      const { sessions, passkeys, eids, attempts, codes } = person.account;
      await run(
        `insert into identity.persons (id, name, email, phone) values ($1, 'Somebody', $2, $3)`,
        account,
        email,
        phone,
      );
      await repeat(
        sessions,
        `insert into identity.sessions (token_hash, person_id, method, ip, expires_at)
           select uuid_send(gen_random_uuid()), $1, 'eid', '192.0.2.1', now() + interval '1 day'`,
        account,
      );
      await repeat(
        passkeys,
        `insert into identity.passkeys (id, person_id, name, public_key, counter)
           select gen_random_uuid()::text, $1, 'Key', '\\x00', 0`,
        account,
      );
      await repeat(
        eids,
        `insert into identity.eid_logins (issuer, subject, person_id)
           select 'https://eid.example', gen_random_uuid()::text, $1`,
        account,
      );
      await repeat(
        attempts,
        `insert into identity.sign_in_attempts (method, outcome, reason, ip, key, person_id)
           select 'eid', 'accepted', 'eid-accepted', '192.0.2.1', '\\x00', $1`,
        account,
      );
      if (email)
        await repeat(
          codes,
          `insert into identity.codes (id, purpose, channel, address, person_id, language, expires_at)
             select gen_random_uuid(), 'sign-in', 'email', $2, $1, 'nb', now() + interval '1 hour'`,
          account,
          email,
        );
    }
    const members = [];
    for (const [index, has] of person.at.entries()) {
      const house = houses[index];
      if (!has || !house) {
        members.push(undefined);
        continue;
      }
      const { organisation, door, group, unit } = house;
      const member = randomUUID();
      members.push(member);
      await run(
        `insert into kernel.memberships (id, organisation_id, person_id, name, email, phone, source)
         values ($1, $2, $3, 'Somebody', $4, $5, 'import')`,
        member,
        organisation,
        account ?? null,
        email,
        phone,
      );
      const of = [organisation, member];
      await repeat(
        Math.min(has.grants, 1),
        `insert into access.grants (organisation_id, door_id, member_id, role) select $1, $3, $2, 'user'`,
        ...of,
        door,
      );
      await repeat(
        has.credentials,
        `insert into access.credentials (organisation_id, member_id, kind, number_hash, label)
           select $1, $2, 'card', uuid_send(gen_random_uuid()), 'Blue'`,
        ...of,
      );
      await repeat(
        has.invites,
        `insert into access.invitations (organisation_id, door_id, invited_by, email, language, role, expires_at)
           select $1, $3, $2, gen_random_uuid() || '@guest.example', 'nb', 'user', now() + interval '1 day'`,
        ...of,
        door,
      );
      if (email)
        await repeat(
          Math.min(has.invited, 1),
          `insert into access.invitations (organisation_id, door_id, invited_by, email, language, role, expires_at)
             select $1, $3, $2, $4, 'nb', 'user', now() + interval '1 day'`,
          ...of,
          door,
          email,
        );
      await repeat(
        has.lookups,
        `insert into access.contact_lookups (organisation_id, member_id, expires_at)
           select $1, $2, now() + interval '1 day'`,
        ...of,
      );
      await repeat(
        Math.min(has.requests, 1),
        `insert into kernel.requests (organisation_id, kind, member_id, made, identity_check, language, received_at, due_at)
           select $1, 'rectification', $2, 'signed-in', 'session', 'nb', now(), now() + interval '30 days'`,
        ...of,
      );
      await addCases(run, has.cases, of, populated.at(-1)?.members[index] ?? member);
      if (has.inGroup)
        await run(
          `insert into access.group_members (organisation_id, member_id, group_id) values ($1, $2, $3)`,
          ...of,
          group,
        );
      if (has.resident)
        await run(
          `insert into access.residents (organisation_id, member_id, unit_id) values ($1, $2, $3)`,
          ...of,
          unit,
        );
      if (has.passages > 0) {
        await run(
          `insert into access.log_holders (organisation_id, member_id) values ($1, $2)`,
          ...of,
        );
        await repeat(
          has.passages,
          `insert into access.passages (id, organisation_id, door_id, holder_id, at, credential, outcome, reason, expires_at)
             select gen_random_uuid(), $1, $3, (select id from access.log_holders where member_id = $2),
                    now(), 'card', 'opened', 'granted', now() + interval '20 days'`,
          ...of,
          door,
        );
      }
    }
    populated.push({
      account,
      members,
      addresses: [email, phone].flatMap((each) => (each ? [each] : [])),
    });
  }
  return { organisations: houses.map(({ organisation }) => organisation), populated };
}

/** Support cases, each with what the person wrote and an answer of somebody's, who has taken it. */
async function addCases(
  run: (text: string, ...values: unknown[]) => Promise<void>,
  times: number,
  of: readonly unknown[],
  staff: string,
) {
  for (let n = 0; n < times; n += 1) {
    const [id, answer] = [randomUUID(), randomUUID()];
    await run(
      `insert into support.cases (id, organisation_id, member_id, number, subject, state, opened_at, turned_at)
       select $3, $1, $2, count(*) + 1, 'A fob', 'closed', now(), now() from support.cases where organisation_id = $1`,
      ...of,
      id,
    );
    await run(
      `insert into support.messages (id, organisation_id, case_id, member_id, side, body, at)
       values (gen_random_uuid(), $1, $3, $2, 'person', 'It is lost', now()),
              ($4, $1, $3, $2, 'organisation', 'Here is another', now())`,
      ...of,
      id,
      answer,
    );
    await run(`insert into support.authors values ($1, $2, $3)`, answer, of[0], staff);
    await run(`insert into support.assignments values ($1, $2, $3)`, id, of[0], staff);
  }
}
