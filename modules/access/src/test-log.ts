import type { TestServer } from "./test-server.ts";

type Given = {
  readonly id?: string;
  readonly door: string;
  /** A membership's id; absent: nobody known. */
  readonly member?: string;
  /** How long ago it happened, as PostgreSQL writes an interval. */
  readonly ago?: string;
  readonly credential?: string;
  readonly outcome?: string;
  readonly reason?: string;
};

/** A passage that is in the door's log, by SQL. Gives its id. */
export async function addPassage(server: Pick<TestServer, "rows">, given: Given): Promise<string> {
  const { id, door, member, ago = "0", credential = "remote" } = given;
  const { outcome = "opened", reason = "granted" } = given;
  const [row] = await server.rows<{ id: string }>(
    `with holder as (
       insert into access.log_holders (organisation_id, member_id)
         select organisation_id, id from kernel.memberships where id = $3
         on conflict (member_id) do update set member_id = excluded.member_id returning id)
     insert into access.passages (id, organisation_id, door_id, holder_id, at, credential, outcome, reason, expires_at)
     select coalesce($1, gen_random_uuid()), d.organisation_id, d.id, (select id from holder), m.at, $5, $6, $7,
            m.at + make_interval(hours => 24 * d.log_days)
       from access.doors d, lateral (select date_trunc('milliseconds', now() - $4::interval) as at) m
      where d.id = $2 returning id`,
    [id ?? null, door, member ?? null, ago, credential, outcome, reason],
  );
  return row!.id;
}
