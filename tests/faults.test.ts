import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "./support/eventually.ts";
import { startPieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

/** Holds cards to readers, one after another, and counts what the door confirmed and what it did not. */
function keepPresenting({ doorsUrl, doors, cards }: Pieces) {
  const state = { stopped: false };
  let confirmed = 0;
  let unsure = 0;
  const done = (async () => {
    for (let n = 0; !state.stopped; n += 1) {
      // One in four is a card that nobody has: refusals are passages too.
      const number = n % 4 === 3 ? "DEADBEEF00" : cards[n % cards.length];
      try {
        const answer = await fetch(`${doorsUrl}/doors/${doors[n % doors.length]}/present`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ kind: "card", number }),
          signal: AbortSignal.timeout(5000),
        });
        await answer.body?.cancel();
        if (answer.ok) confirmed += 1;
        else unsure += 1;
      } catch {
        // The controller is down: whether this one was recorded nobody knows.
        unsure += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return {
    soFar: () => confirmed,
    async stop() {
      state.stopped = true;
      await done;
      return { confirmed, unsure };
    },
  };
}

async function count({ pool }: Pieces): Promise<number> {
  const { rows } = await pool.query(
    "select count(*)::int as n from access.passages where credential = 'card'",
  );
  return (rows[0] as { n: number }).n;
}

/** Passages while `fault` happens in the middle of them; afterwards each is in the log exactly once. */
async function survive(pieces: Pieces, fault: () => Promise<void>) {
  const before = await count(pieces);
  const cards = keepPresenting(pieces);
  await eventually("passages before the fault", () => cards.soFar() >= 15);
  await fault();
  const soFar = cards.soFar();
  await eventually("passages after the fault", () => cards.soFar() >= soFar + 15, 30_000);
  const { confirmed, unsure } = await cards.stop();
  assert.ok(confirmed >= 30);
  const arrived = await eventually(
    `${confirmed} passages in the log`,
    async () => {
      const now = (await count(pieces)) - before;
      return now >= confirmed && now;
    },
    30_000,
  );
  // Let anything that would be delivered twice come too.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const final = (await count(pieces)) - before;
  assert.ok(
    final >= arrived && final <= confirmed + unsure,
    `${final} of ${confirmed} (${unsure} unsure)`,
  );
  return { confirmed, unsure, final };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const healthz = async (url: string) =>
  (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) })).status;

describe("with the broker in the server, every passage is in the log exactly once", () => {
  let pieces: Pieces;
  before(async () => {
    pieces = await startPieces({ outsideBroker: false });
  });
  after(async () => await pieces.stop());

  test("when the server is killed while the controller records passages", async () => {
    const { confirmed, unsure, final } = await survive(pieces, async () => {
      await pieces.kill("server");
      await pause(1000);
      await pieces.start("server");
    });
    assert.equal(unsure, 0, "the door went on deciding by itself");
    assert.equal(final, confirmed);
  });

  test("when the controller is killed", async () => {
    await survive(pieces, async () => {
      await pieces.kill("controller");
      await pause(300);
      await pieces.start("controller");
    });
  });

  test("when PostgreSQL is killed; the server says so meanwhile, and recovers without a restart", async () => {
    const { confirmed, final } = await survive(pieces, async () => {
      await pieces.killDatabase();
      assert.equal(await healthz(pieces.url), 503);
      await pause(1000);
      await pieces.startDatabase();
      await eventually(
        "the server is well again",
        async () => (await healthz(pieces.url)) === 200,
        30_000,
      );
    });
    assert.equal(final, confirmed);
  });
});

describe("with a broker outside the server, every passage is in the log exactly once", () => {
  let pieces: Pieces;
  before(async () => {
    pieces = await startPieces({ outsideBroker: true });
  });
  after(async () => await pieces.stop());

  test("when the broker is killed and forgets everything", async () => {
    const { confirmed, unsure, final } = await survive(pieces, async () => {
      await pieces.kill("broker");
      await eventually("the server says so", async () => (await healthz(pieces.url)) === 503);
      await pause(500);
      await pieces.start("broker");
      await eventually(
        "the server is well again",
        async () => (await healthz(pieces.url)) === 200,
        30_000,
      );
    });
    assert.equal(unsure, 0);
    assert.equal(final, confirmed);
  });

  test("when the server is killed", async () => {
    const { confirmed, final } = await survive(pieces, async () => {
      await pieces.kill("server");
      await pause(500);
      await pieces.start("server");
    });
    assert.equal(final, confirmed);
  });
});
