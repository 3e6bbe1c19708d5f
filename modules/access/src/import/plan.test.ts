import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf, faultsOf, member, now, planOf, stateWith } from "./test-state.ts";

const added = (count: number) => ({ added: count, changed: 0, unchanged: 0 });
const state = stateWith({
  people: [
    member("kari", { name: "Kari", email: "kari@example.no", phone: "+4741111111" }),
    member("eva", { name: "Eva", email: "eva@example.no", claimed: true }),
  ],
  units: [{ id: "u1", name: "H0101" }],
  residents: [{ unit: "u1", member: "kari" }],
  groups: [{ id: "g1", name: "Oppgang A" }],
  groupMembers: [{ group: "g1", member: "kari" }],
  doors: [
    { id: "d1", name: "Hovedinngang" },
    { id: "d2", name: "Sykkelbod" },
  ],
  grants: [{ id: "x", door: "d1", member: "kari", role: "user", from: null, until: null }],
});

test("units and groups that there are not are added once, however many rows name them", async () => {
  const { counts, writes, errors } = await planOf(
    factsOf(
      { name: "A", email: "a@example.no", unit: "H0201", groups: "Oppgang B, Styret" },
      { name: "B", email: "b@example.no", unit: "h0201", groups: "oppgang b" },
    ),
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(counts.units, added(1));
  assert.deepEqual(counts.groups, added(2));
  assert.deepEqual(counts.residents, added(2));
  assert.deepEqual(counts.groupMembers, added(3));
  assert.deepEqual(writes.addUnits, [{ ref: "+u0", name: "H0201" }]);
});

test("what is as the file says is unchanged, and blank cells change nothing", async () => {
  const plan = await planOf(
    factsOf(
      {
        name: "Kari",
        email: "kari@example.no",
        unit: "h0101",
        groups: "Oppgang A",
        doors: "hovedinngang",
      },
      { name: "Kari", email: "kari@example.no" },
    ),
    state,
  );
  for (const list of Object.values(plan.writes)) assert.deepEqual(list, []);
  for (const counts of Object.values(plan.counts)) {
    assert.deepEqual(counts, { added: 0, changed: 0, unchanged: 1 });
  }
  assert.deepEqual(
    [...plan.statuses],
    [
      [2, "unchanged"],
      [3, "unchanged"],
    ],
  );
});

test("details that differ are changed; one row says so, the counts once", async () => {
  const plan = await planOf(
    factsOf(
      { name: "Kari Nordmann", email: "kari@example.no", doors: "Sykkelbod" },
      { name: "Kari Nordmann", email: "kari@example.no", phone: "+4742222222" },
    ),
    state,
  );
  assert.deepEqual(plan.writes.changePeople, [
    { id: "kari", name: "Kari Nordmann", phone: "+4742222222" },
  ]);
  assert.equal(plan.counts.people.changed, 1);
  assert.equal(plan.counts.grants.added, 1);
});

test("who has signed in keeps their own details, and the reader is told", async () => {
  const plan = await planOf(
    factsOf({ name: "Eva B", email: "eva@example.no", phone: "+4742222222", unit: "H0101" }),
    state,
  );
  assert.deepEqual(plan.writes.changePeople, []);
  assert.equal(plan.counts.people.unchanged, 1);
  assert.equal(plan.counts.residents.added, 1);
  assert.deepEqual(faultsOf({ errors: plan.notices }), ["2  keeps-own-details"]);
  assert.deepEqual(plan.errors, []);
});

test("rows about one person that differ are an error that names both", async () => {
  const plan = await planOf(
    factsOf(
      { name: "Kari", email: "felles@example.no" },
      { name: "Ola", email: "felles@example.no" },
    ),
  );
  assert.deepEqual(faultsOf(plan), ["3 name contradicts-row"]);
  assert.deepEqual(plan.errors[0]?.about, ["2", "3"]);
  assert.equal(plan.statuses.get(3), "error");
});

test("a person may have several doors in several rows, but one door in one way only", async () => {
  const ola = { name: "Ola", email: "ola@example.no" };
  const plan = await planOf(
    factsOf(
      { ...ola, doors: "Hovedinngang|Sykkelbod" },
      { ...ola, doors: "Sykkelbod", role: "owner" },
      { ...ola, doors: "Sykkelbod", role: "owner", until: new Date("2027-06-01") },
      { ...ola, doors: "Sykkelbod", role: "user" },
    ),
    state,
  );
  assert.deepEqual(faultsOf(plan), ["5 role contradicts-row-door"]);
  assert.deepEqual(plan.errors[0]?.about, ["2", "5"]);
  assert.deepEqual(plan.writes.addGrants, [
    { door: "d1", person: "+p0", role: "user", from: null, until: null },
    { door: "d2", person: "+p0", role: "owner", from: null, until: new Date("2027-06-01") },
  ]);
});

test("a door that there is not is an error, with the nearest name", async () => {
  const plan = await planOf(
    factsOf({ name: "Ola", doors: "Hovedingang" }, { name: "Per", doors: "Takterrassen" }),
    state,
  );
  assert.deepEqual(faultsOf(plan), ["2 door unknown-door-near", "3 door unknown-door"]);
  assert.deepEqual(plan.errors[0]?.about, ["Hovedinngang"]);
});

test("an access that has ended is left alone, and the reader is told", async () => {
  const plan = await planOf(
    factsOf({ name: "Ola", doors: "Hovedinngang", until: new Date(now.getTime() - 1) }),
    state,
  );
  assert.deepEqual(plan.writes.addGrants, []);
  assert.deepEqual(faultsOf({ errors: plan.notices }), ["2 until already-ended"]);
});

test("a row that is about nobody in particular, or whose cells are wrong, has its names looked up too", async () => {
  const two = stateWith({
    people: [member("a", { name: "Ola" }), member("b", { name: "Ola" })],
    groups: [
      { id: "g1", name: "Styret" },
      { id: "g2", name: "STYRET" },
    ],
  });
  const broken = [{ row: 3, unit: "H0101", groups: "styret|Oppgang A", doors: "Port" }];
  const plan = await planOf(factsOf({ name: "Ola", doors: "Port" }), two, broken);
  assert.deepEqual(faultsOf(plan), [
    "2  several-people",
    "2 door unknown-door",
    "3 group several-alike",
    "3 door unknown-door",
  ]);
  for (const list of Object.values(plan.writes)) assert.deepEqual(list, []);
  assert.deepEqual(plan.counts.units, added(0));
});
