import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createKernel, kernelProcessing } from "@terskel/kernel";
import * as desk from "./api/desk.ts";
import * as mine from "./api/mine.ts";
import * as operator from "./api/operator.ts";
import { closeSilentJob } from "./close-silent.ts";
import { supportProcessing } from "./index.ts";
import { keepDays, mostMessagesAnHour, mostOpenCases, silentDays } from "./api/limits.ts";
import { message, newCase, startTestHouse } from "./test-house.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let house: Awaited<ReturnType<typeof startTestHouse>>;
let server: TestServer;
let chair: TestMember;
let kari: TestMember;
let neighbour: TestMember;
let stranger: TestMember;
let nora: TestMember;
let params: { organisation: string };
before(async () => {
  house = await startTestHouse();
  ({ server, chair, kari, neighbour, stranger, nora, params } = house);
});
after(async () => await server.stop());
beforeEach(async () => await house.empty());

const opened = async (as = kari) => await house.opened(as);
const daysFrom = (days: number) => () => new Date(Date.now() + days * 86_400_000);

describe("from the question to the answer", () => {
  test("it is the staff's turn, then the person's, then nobody's, and a word more opens it again", async () => {
    const { params: of } = await opened();
    const [waiting] = (await server.ok(desk.cases, chair, { params })).items;
    assert.deepEqual([waiting?.subject, waiting?.person.name], ["The fob does not open", "Kari"]);
    await server.ok(desk.answer, chair, { params: of, body: message() });
    assert.deepEqual((await server.ok(desk.cases, chair, { params })).items, []);
    await server.ok(mine.write, kari, { params: of, body: message("It is.") });
    const read = await server.ok(mine.myCase, kari, { params: of });
    assert.deepEqual(
      read.messages.map(({ side, author, body }) => [side, author, body]),
      [
        ["person", undefined, "It blinks red\nat the front door."],
        ["organisation", "Ingrid", "Is it the blue one?"],
        ["person", undefined, "It is."],
      ],
    );
    assert.equal(read.state, "open");
    await server.ok(mine.closeMine, kari, { params: of });
    assert.equal((await server.ok(mine.myCase, kari, { params: of })).state, "closed");
    await server.ok(mine.write, kari, { params: of, body: message("It happened again.") });
    assert.equal((await server.ok(mine.myCase, kari, { params: of })).state, "open");
  });

  test("each organisation counts its cases from 1", async () => {
    await server.rows("delete from support.numbers");
    const [first, second] = [newCase(), newCase()];
    assert.deepEqual(
      [
        await server.ok(mine.ask, kari, { params, body: first }),
        await server.ok(mine.ask, neighbour, { params, body: second }),
        await server.ok(mine.ask, stranger, { params: stranger, body: newCase() }),
      ].map(({ number }) => number),
      [1, 2, 1],
    );
  });

  test("what is sent twice, also at the same time, is written once and told of once", async () => {
    const body = newCase();
    const answers = await Promise.all(
      [1, 2, 3].map(async () => await server.ok(mine.ask, kari, { params, body })),
    );
    assert.equal(new Set(answers.map(({ number }) => number)).size, 1);
    const of = { ...params, case: body.id };
    const reply = message();
    for (const _ of [1, 2]) await server.ok(desk.answer, chair, { params: of, body: reply });
    assert.equal((await server.ok(mine.myCase, kari, { params: of })).messages.length, 2);
    await server.runJobs();
    assert.deepEqual(
      server.letters.map(({ to }) => to),
      // When the letters are made it is no longer the staff's turn.
      [kari.email],
    );
  });

  test("the longest waiting comes first, a page at a time; closed ones, the newest first", async () => {
    const start = Date.now();
    const ids: string[] = [];
    for (const minute of [0, 1, 2]) {
      server.clock.now = () => new Date(start + minute * 60_000);
      ids.push((await opened()).id);
    }
    const seen: string[] = [];
    let after: { cursor?: string } = {};
    do {
      const page = await server.ok(desk.cases, chair, { params, query: { limit: 1, ...after } });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ? { cursor: page.next } : {};
    } while (after.cursor);
    assert.deepEqual(seen, ids);
    for (const id of ids) {
      server.clock.now = () => new Date(start + (10 + ids.indexOf(id)) * 60_000);
      await server.ok(desk.close, chair, { params: { ...params, case: id } });
    }
    const closed = await server.ok(desk.cases, chair, { params, query: { state: "closed" } });
    assert.deepEqual(
      closed.items.map(({ id }) => id),
      ids.toReversed(),
    );
    const own = await server.ok(mine.myCases, kari, { params });
    assert.deepEqual(
      own.items.map(({ id }) => id),
      ids.toReversed(),
    );
  });

  test("one of the staff takes it, and lets it go", async () => {
    const { params: of } = await opened();
    await server.ok(desk.take, chair, { params: of, body: { by: "me" } });
    const [taken] = (await server.ok(desk.cases, chair, { params })).items;
    assert.deepEqual(taken?.taken, { by: "organisation", mine: true, name: "Ingrid" });
    await server.ok(desk.take, chair, { params: of, body: { by: "nobody" } });
    assert.equal((await server.ok(desk.oneCase, chair, { params: of })).taken, undefined);
  });

  test("what a person told by telephone is theirs, and says who wrote it down", async () => {
    const body = { ...newCase(), person: kari.id, told: "telephone" } as const;
    await server.ok(desk.addCase, chair, { params, body });
    const { messages } = await server.ok(mine.myCase, kari, {
      params: { ...params, case: body.id },
    });
    assert.deepEqual(
      messages.map(({ side, told, author }) => [side, told, author]),
      [["person", "telephone", "Ingrid"]],
    );
    await server.runJobs();
    assert.deepEqual(
      server.letters.map(({ to }) => to),
      [kari.email],
    );
    const another = { ...newCase(), person: stranger.id, told: "counter" } as const;
    assert.equal(
      await server.refused(desk.addCase, chair, { params, body: another }),
      "404 not-found",
    );
  });
});

describe("letters", () => {
  test("say that there is something to read, and nothing of what it says", async () => {
    const { params: of, subject, body } = await opened();
    await server.ok(desk.answer, chair, { params: of, body: message("Under the mat") });
    await server.ok(mine.write, kari, { params: of, body: message("Found it") });
    await server.runJobs();
    const to = server.letters.map(({ to: whom }) => whom).sort();
    assert.deepEqual(to, [chair.email, kari.email].sort());
    for (const letter of server.letters) {
      assert.ok(letter.text.includes(`http://terskel.test/`) && letter.text.includes(of.case));
      for (const secret of [subject, body, "Under the mat", "Found it", "Kari"])
        assert.ok(!`${letter.subject} ${letter.text}`.includes(secret));
    }
  });

  test("go to whoever has taken the case, also of the operator's staff, and to nobody else", async () => {
    const { params: of } = await opened();
    await server.ok(operator.takeOnBehalf, nora, { params: of, body: { by: "me" } });
    await server.ok(operator.answerOnBehalf, nora, { params: of, body: message() });
    await server.ok(mine.write, kari, { params: of, body: message("Yes") });
    await server.runJobs();
    const said = server.letters.map(({ to, text }) => [to, /http\S+/.exec(text)?.[0]]);
    assert.deepEqual(
      new Map(said as [string, string][]),
      new Map([
        [kari.email, `http://terskel.test/support/${of.organisation}/${of.case}`],
        [nora.email, `http://terskel.test/operator/support/${of.organisation}/${of.case}`],
      ]),
    );
  });
});

describe("too much, and what may not be written", () => {
  test("a national identity number and a card number are stopped, and nothing is written", async () => {
    const { params: of } = await opened();
    for (const [body, problem] of [
      ["I am 01819099940", "422 national-identity-number"],
      ["Pay with 4111 1111 1111 1111", "422 payment-card-number"],
    ] as const) {
      for (const [contract, as] of [
        [mine.write, kari],
        [desk.answer, chair],
      ] as const)
        assert.equal(
          await server.refused(contract, as, { params: of, body: message(body) }),
          problem,
        );
      const asked = { ...newCase(), subject: body };
      assert.equal(await server.refused(mine.ask, kari, { params, body: asked }), problem);
    }
    assert.equal((await server.rows("select from support.messages")).length, 1);
  });

  test("a person has so many cases, and writes so many messages an hour", async () => {
    for (let n = 0; n < mostOpenCases; n += 1) await opened(neighbour);
    const more = { params, body: newCase() };
    assert.equal(await server.refused(mine.ask, neighbour, more), "409 too-many-cases");
    const { params: of } = await opened();
    for (let n = 1; n < mostMessagesAnHour; n += 1)
      await server.ok(mine.write, kari, { params: of, body: message() });
    const refused = await server.refused(mine.write, kari, { params: of, body: message() });
    assert.equal(refused, "429 too-many-messages");
    server.clock.now = daysFrom(1);
    await server.ok(mine.write, kari, { params: of, body: message() });
  });

  test("an id that is another's message or case is no way into it", async () => {
    const theirs = await opened(neighbour);
    const { params: of } = await opened();
    const stolen = { params: of, body: { id: theirs.message, body: "Mine now" } };
    assert.equal(await server.refused(mine.write, kari, stolen), "409 conflict");
    const again = { params, body: { ...newCase(), id: theirs.id } };
    assert.equal(await server.refused(mine.ask, kari, again), "409 conflict");
    const read = await server.ok(mine.myCase, neighbour, { params: theirs.params });
    assert.equal(read.messages.length, 1);
  });
});

describe("time", () => {
  const closeSilent = async () =>
    await server.support.jobs.find(({ name }) => name === closeSilentJob)?.run({});

  test(`a case that nobody wrote in for ${silentDays} days after the answer is closed, and no other`, async () => {
    const [answered, unanswered] = [await opened(), await opened()];
    await server.ok(desk.answer, chair, { params: answered.params, body: message() });
    server.clock.now = daysFrom(silentDays - 1);
    await closeSilent();
    assert.equal(
      (await server.ok(mine.myCase, kari, { params: answered.params })).state,
      "waiting",
    );
    server.clock.now = daysFrom(silentDays + 1);
    await closeSilent();
    assert.equal((await server.ok(mine.myCase, kari, { params: answered.params })).state, "closed");
    assert.equal((await server.ok(mine.myCase, kari, { params: unanswered.params })).state, "open");
  });

  test("a year after it was closed a case is gone, with its messages, and opens no more", async () => {
    const { params: of } = await opened();
    await server.ok(mine.closeMine, kari, { params: of });
    await server.rows(
      `update support.cases set closed_at = closed_at - interval '${keepDays} days'`,
    );
    assert.equal(
      await server.refused(mine.write, kari, { params: of, body: message() }),
      "404 not-found",
    );
    const { jobs: sweep } = createKernel(server.database.app, [
      kernelProcessing,
      supportProcessing,
    ]);
    for (const job of sweep) await job.run({});
    assert.deepEqual(await server.rows("select from support.messages"), []);
  });
});
