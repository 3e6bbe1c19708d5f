import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { column, fieldsOf, plain } from "./columns.ts";

const words = z.string();

test("a field says which column it shows, wherever it stands in the answer", () => {
  const person = z.object({
    name: column("trial.owners.name", words),
    email: column("trial.invitations.email", words).optional(),
  });
  const answer = z.object({
    items: z.array(z.object({ person: person.nullable(), count: plain(z.number()) })),
    event: z.union([z.object({ kind: z.literal("a"), at: words }), person]),
    cells: z.record(z.string(), column("trial.owners.name", words)),
  });
  assert.deepEqual(fieldsOf(answer), [
    { path: "items.person.name", shown: { column: "trial.owners.name" } },
    { path: "items.person.email", shown: { column: "trial.invitations.email" } },
    { path: "items.count", shown: {} },
    { path: "event.at", shown: undefined },
    { path: "event.name", shown: { column: "trial.owners.name" } },
    { path: "event.email", shown: { column: "trial.invitations.email" } },
    { path: "cells.*", shown: { column: "trial.owners.name" } },
  ]);
});

test("one schema can stand for several columns", () => {
  const answer = z.object({
    one: column("trial.owners.name", words),
    other: column("trial.invitations.email", words),
    third: words,
  });
  assert.deepEqual(
    fieldsOf(answer).map(({ shown }) => shown?.column),
    ["trial.owners.name", "trial.invitations.email", undefined],
  );
});
