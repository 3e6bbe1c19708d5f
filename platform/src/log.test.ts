import assert from "node:assert/strict";
import { test } from "node:test";
import { DatabaseError } from "pg";
import { createLog } from "./log.ts";
import { withoutValues } from "./safe-error.ts";

function logged(content: object): string {
  let line = "";
  createLog("debug", { write: (text: string) => void (line += text) }).error(content, "failed");
  return line;
}

test("what a library puts into its errors does not reach the log", () => {
  const duplicate = Object.assign(
    new DatabaseError("duplicate key value violates unique constraint", 1, "error"),
    {
      code: "23505",
      detail: "Key (email)=(kari@example.org) already exists.",
      table: "persons",
      schema: "identity",
      constraint: "persons_email_idx",
    },
  );
  const line = logged({ err: new Error("could not add", { cause: duplicate }) });
  assert.match(line, /23505/);
  assert.match(line, /identity\.persons\.persons_email_idx/);
  assert.match(line, /log\.test\.ts/, "says where");
  assert.doesNotMatch(line, /kari|already exists/);

  const smtp = Object.assign(new Error("550 <kari@example.org>: no mailbox for +47 912 34 567"), {
    rejected: ["kari@example.org"],
    response: "kari",
  });
  assert.doesNotMatch(logged({ err: smtp }), /kari|912/);
  const wrong = new DatabaseError(
    'invalid input syntax for type uuid: "Kari Nordmann"',
    1,
    "error",
  );
  assert.doesNotMatch(logged({ err: wrong }), /Nordmann/);
});

test("a number that is never stored here does not reach the log in any writing", () => {
  for (const number of [
    "01.81.90.99940",
    "０１８１９０９９９４０",
    "811228_9874",
    "4111.1111.1111.1111",
  ]) {
    const line = logged({ err: new Error(`cannot read ${number}`) });
    assert.match(line, /cannot read [•._]+/);
    assert.doesNotMatch(line, /99\.?940|９９９４０|9874|1111/);
  }
});

test("whatever was thrown can be logged", () => {
  const round: { cause?: unknown } = new Error("round");
  round.cause = round;
  for (const thrown of [undefined, null, "Kari", 7, { name: "Kari" }, round]) {
    assert.doesNotMatch(logged({ err: thrown }), /Kari/);
  }
});

test("headers and named fields of persons are taken out", () => {
  const line = logged({
    req: { headers: { cookie: "session" }, method: "GET" },
    person: { name: "Kari", email: "k@example.org", phone: "+47", token: "t", id: "7" },
  });
  assert.match(line, /"id":"7"/);
  assert.doesNotMatch(line, /Kari|session|k@example/);
});

test("what an operator needs to read is left in a message", () => {
  assert.equal(
    withoutValues("connect ECONNREFUSED 127.0.0.1:5432"),
    "connect ECONNREFUSED 127.0.0.1:5432",
  );
  assert.equal(withoutValues("column d.nme does not exist"), "column d.nme does not exist");
});
