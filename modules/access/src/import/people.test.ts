import assert from "node:assert/strict";
import { test } from "node:test";
import { findPeople } from "./people.ts";
import { factsOf, faultsOf, member, stateWith } from "./test-state.ts";

/** For each person: who they are, and their rows. */
const found = (...input: Parameters<typeof findPeople>) => {
  const { people, errors } = findPeople(...input);
  return [
    ...people.map(({ ref, rows }) => `${ref}: ${rows.map(({ row }) => row).join(" ")}`),
    ...faultsOf({ errors }),
  ];
};

const state = stateWith({
  people: [
    member("kari", { name: "Kari Nordmann", email: "kari@example.no" }),
    member("ola", { name: "Ola Nordmann", phone: "+4799887766" }),
    member("ola-jr", { name: "Ola Nordmann", email: "jr@example.no" }),
    member("per", { name: "Per Hansen" }),
  ],
  units: [
    { id: "u1", name: "H0101" },
    { id: "u2", name: "H0102" },
  ],
  residents: [
    { unit: "u1", member: "kari" },
    { unit: "u1", member: "ola" },
    { unit: "u2", member: "ola-jr" },
    { unit: "u2", member: "per" },
  ],
});

test("a row is about the member with its e-mail address, else its telephone number", () => {
  const facts = factsOf(
    { name: "K. Nordmann", email: "kari@example.no" },
    { name: "Ola", email: "new@example.no", phone: "+4799887766" },
  );
  assert.deepEqual(found(facts, state), ["kari: 2", "ola: 3"]);
});

test("else about the member of that name in that unit", () => {
  const facts = factsOf(
    { name: "ola nordmann", unit: "h0101" },
    { name: "Ola Nordmann", unit: "H0102", phone: "+4741111111" },
    { name: "Ola Nordmann", unit: "H0103" },
  );
  // Rows with a contact are placed first, so that one without can follow them.
  assert.deepEqual(found(facts, state), ["ola-jr: 3", "ola: 2", "+p2: 4"]);
});

test("whom the file gives another name by their address has it in their unit too", () => {
  const facts = factsOf(
    { name: "Karianne", unit: "H0101" },
    { name: "Karianne", email: "kari@example.no" },
  );
  assert.deepEqual(found(facts, state), ["kari: 2 3"]);
});

test("a name alone is enough when one person has it, and not when several do", () => {
  assert.deepEqual(found(factsOf({ name: "Per Hansen" }), state), ["per: 2"]);
  assert.deepEqual(found(factsOf({ name: "Ola Nordmann" }), state), ["2  several-people"]);
  const facts = factsOf({ name: "Ny" }, { name: "Ny", unit: "H0101" }, { name: "Per Hansen" });
  assert.deepEqual(found(facts, state), ["+p0: 2 3", "per: 4"]);
});

test("somebody with a contact nobody has is not taken for a member of that name elsewhere", () => {
  const facts = factsOf(
    { name: "Per Hansen", email: "annen@example.no" },
    { name: "Per Hansen", email: "tredje@example.no", unit: "H0101" },
  );
  assert.deepEqual(found(facts, state), ["+p0: 2", "+p1: 3"]);
});

test("a member met by e-mail is not also somebody else of that name in that unit", () => {
  const facts = factsOf(
    { name: "Kari Nordmann", email: "new@example.no", unit: "H0101" },
    { name: "Kari Nordmann", email: "kari@example.no", unit: "H0101" },
  );
  assert.deepEqual(found(facts, state), ["kari: 3", "+p1: 2"]);
});

test("an e-mail address of one and a telephone number of another is an error", () => {
  const facts = factsOf({ name: "Kari", email: "kari@example.no", phone: "+4799887766" });
  assert.deepEqual(found(facts, state), ["2  two-people"]);
});

test("rows that share an address or a number are one person, through each other too", () => {
  const facts = factsOf(
    { name: "A", email: "a@example.no" },
    { name: "A", phone: "+4741111111" },
    { name: "B", email: "b@example.no" },
    { name: "A", email: "a@example.no", phone: "+4741111111" },
  );
  assert.deepEqual(found(facts, stateWith()), ["+p0: 2 3 5", "+p1: 4"]);
});
