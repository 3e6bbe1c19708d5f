import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { columnsOf, everyColumn, fieldsOf, plain } from "./columns.ts";

const table = columnsOf<{
  "trial.owners": { name: string; since: Date };
  "trial.invitations": { email: string };
}>();
const owners = table("trial.owners");
const invitations = table("trial.invitations");
const words = z.string();

/** `path: what it shows`, a line a field. */
const shownIn = (schema: z.ZodType) =>
  fieldsOf(schema).map(({ path, shown }) => {
    if (!shown) return `${path}: ?`;
    const { columns, everyColumn: every, plain: why } = shown;
    return `${path}: ${[...columns, ...(every ? ["every"] : []), ...(why ? [`(${why})`] : [])].join(" ")}`;
  });

test("a field says what it shows, wherever it stands in the answer", () => {
  const person = z.object({
    name: owners("name", words),
    email: invitations("email", words).optional(),
  });
  const answer = z.object({
    items: z.array(z.object({ person: person.nullable(), count: plain("a count", z.number()) })),
    event: z.union([z.object({ kind: z.literal("a"), at: words }), person]),
    cells: z.record(z.string(), owners("name", words)),
    rows: everyColumn(z.number()),
  });
  assert.deepEqual(shownIn(answer), [
    "items.person.name: trial.owners.name",
    "items.person.email: trial.invitations.email",
    "items.count: (a count)",
    "event.at: ?",
    "event.name: trial.owners.name",
    "event.email: trial.invitations.email",
    "cells.*: trial.owners.name",
    "rows: every",
  ]);
});

test("one schema stands for several columns, and for a field that does not say", () => {
  const one = owners("name", words);
  const answer = z.object({ one, other: invitations("email", words), third: words });
  assert.deepEqual(shownIn(answer), [
    "one: trial.owners.name",
    "other: trial.invitations.email",
    "third: ?",
  ]);
});

test("a field of several columns names them all", () => {
  const answer = z.object({
    one: owners(["name", "since"], words),
    two: owners("name", invitations("email", words)),
  });
  assert.deepEqual(shownIn(answer), [
    "one: trial.owners.name trial.owners.since",
    "two: trial.invitations.email trial.owners.name",
  ]);
});

test("what is told of a schema afterwards takes nothing away", () => {
  const told = owners("name", words).describe("the owner's").min(1);
  assert.deepEqual(shownIn(z.object({ told })), ["told: trial.owners.name"]);
});

test("nothing hides in an object that is said to be about nobody", () => {
  const answer = plain("a thing", z.object({ name: owners("name", words), size: z.number() }));
  assert.deepEqual(shownIn(answer), [": (a thing)", "name: trial.owners.name"]);
  assert.deepEqual(shownIn(plain("a thing", owners("name", words))), [
    ": trial.owners.name (a thing)",
  ]);
});

test("a word out of several has to say which column it shows, a fixed one not", () => {
  const answer = z.object({
    state: z.enum(["a", "b"]),
    either: z.literal(["a", "b"]),
    a: z.literal("a"),
  });
  assert.deepEqual(shownIn(answer), ["state: ?", "either: ?"]);
});
