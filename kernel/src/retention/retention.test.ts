import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { readCatalogue } from "@terskel/platform/db";
import { findDrift } from "../drift.ts";
import { trialProcessing } from "../test-schema.ts";
import { norwegian, startWorld, swedish } from "./test-world.ts";
import type { World } from "./test-world.ts";

let world: World;
before(async () => {
  world = await startWorld();
});
after(async () => await world.database.drop());
beforeEach(async () => await world.reset());

test("what is past its time goes, of every organisation; what is not, stays", async () => {
  await world.query(
    `insert into trial.invitations (organisation_id, email, expires_at) values
       (uuidv7(), 'past', now() - interval '1 second'), (uuidv7(), 'past too', now() - interval '9 years'),
       (uuidv7(), 'later', now() + interval '1 minute'), (uuidv7(), 'never', null)`,
  );
  await world.run();
  assert.deepEqual(await world.left("trial.invitations", "email"), ["later", "never"]);
});

test("a period is counted in days of 24 hours after the event", async () => {
  await world.query(
    `insert into trial.visits (organisation_id, at) select uuidv7(), now() - make_interval(secs => age)
       from unnest(array[0, 30 * 86400 - 60, 30 * 86400 + 60, 400 * 86400]) age`,
  );
  await world.run();
  assert.equal((await world.left("trial.visits", "at")).length, 2);
});

test("what lives as long as an account or with another row is not touched", async () => {
  await world.query("insert into trial.owners (organisation_id, name) values (uuidv7(), 'Kari')");
  await world.run();
  assert.deepEqual(await world.left("trial.owners", "name"), ["Kari"]);
});

test("after a long absence, more than one batch goes in one run, and stands in the ledger once", async () => {
  await world.query(
    `insert into trial.visits (organisation_id, at)
     select '${norwegian}', now() - interval '31 days' from generate_series(1, 12000)`,
  );
  await world.run();
  assert.deepEqual(await world.left("trial.visits", "at"), []);
  assert.deepEqual(await world.ledger(), [
    `${norwegian} trial.visits period:at:30 retention 12000`,
  ]);
});

test("the ledger says how much of what went of each organisation, and of a run that found nothing, nothing", async () => {
  await world.query(
    `insert into trial.invitations (organisation_id, email, expires_at) values
       ('${norwegian}', 'a', '2020-01-01'), ('${norwegian}', 'b', '2020-01-01'), ('${swedish}', 'c', '2020-01-01')`,
  );
  await world.run();
  await world.run();
  assert.deepEqual(await world.ledger(), [
    `${norwegian} trial.invitations until:expires_at retention 2`,
    `${swedish} trial.invitations until:expires_at retention 1`,
  ]);
});

test("a rule whose rows the program's role may not delete, or not lock, is refused at the start", async () => {
  const faults = async () =>
    findDrift([trialProcessing], await readCatalogue(world.database.app, ["trial"])).filter(
      (fault) => fault.startsWith("trial.visits:"),
    );
  assert.deepEqual(await faults(), []);
  for (const privilege of ["delete", "update"]) {
    await world.query(`revoke ${privilege} on trial.visits from terskel_app`);
    assert.deepEqual(await faults(), [
      "trial.visits: the program's role may not delete its rows, or not lock them.",
    ]);
    await world.query(`grant ${privilege} on trial.visits to terskel_app`);
  }
});

test("a rule that names a time no index finds is refused at the start; a partial index is none", async () => {
  const faults = async () =>
    findDrift([trialProcessing], await readCatalogue(world.database.app, ["trial"])).filter(
      (fault) => fault.includes("index"),
    );
  assert.deepEqual(await faults(), []);
  await world.query(
    "drop index trial.visits_at_idx; create index on trial.visits (at) where at < '2020-01-01'",
  );
  assert.deepEqual(await faults(), [
    "trial.visits: no index begins with at, by which its time is found.",
  ]);
});

describe("a table that cannot be swept", () => {
  const breakVisits = async () =>
    await world.query(
      `insert into trial.visits (organisation_id, at) values (uuidv7(), '2000-01-01');
       insert into trial.invitations (organisation_id, email, expires_at) values (uuidv7(), 'past', '2000-01-01');
       create function trial.refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
       create trigger refuse before delete on trial.visits execute function trial.refuse();`,
    );

  test("does not keep the next from its turn, and is told of by name", async () => {
    await breakVisits();
    await assert.rejects(world.run, /not deleted in trial\.visits/);
    assert.equal((await world.left("trial.visits", "at")).length, 1);
    assert.deepEqual(await world.left("trial.invitations", "email"), []);
  });

  test("is late once its rows stand for 24 hours after their time", async () => {
    await breakVisits();
    await world.query("update trial.visits set at = now() - interval '30 days 23 hours'");
    await assert.rejects(world.run);
    assert.deepEqual(await world.late(), []);
    await world.reset();
    await breakVisits();
    assert.deepEqual(await world.late(), ["trial.visits", "trial.invitations"]);
  });
});
