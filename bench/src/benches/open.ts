import { changeDoor } from "@terskel/access/api/places";
import { myDoors, openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { Client } from "@terskel/tests/client";
import { startProduct } from "@terskel/tests/product";
import { quantile } from "../measure.ts";
import { watchLocks } from "../open/locks.ts";
import type { Result } from "../result.ts";

export const about = "portal request to the lock moving, over loopback, by the whole product";

const OPENINGS = 120;
const WARM_UP = 12;
/** A door is locked again after a second; only then can its lock be seen to move once more. */
const RELOCK_MS = 1100;

export async function run(say: (line: string) => void): Promise<Result> {
  const product = await startProduct();
  const locks = await watchLocks(product.doors(0));
  try {
    const person = await new Client(product.url).signIn("ingrid");
    const organisation = (await person.call(me, {})).memberships[0]?.organisation.id ?? "";
    const doors = (await person.call(myDoors, { params: { organisation } })).items;
    for (const { id: door } of doors) {
      await person.call(changeDoor, { params: { organisation, door }, body: { openSeconds: 1 } });
    }
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const moved: number[] = [];
    const answered: number[] = [];
    const bare: number[] = [];
    say(`${OPENINGS} openings of ${doors.length} doors`);
    for (let n = 0; n < OPENINGS + WARM_UP; n += 1) {
      const door = doors[n % doors.length]?.id ?? "";
      const asked = performance.now();
      const lock = locks.next(door);
      const body = { request: crypto.randomUUID() };
      const { outcome, reason } = await person.call(openDoor, {
        params: { organisation, door },
        body,
      });
      const answerMs = performance.now() - asked;
      if (outcome !== "opened") throw new Error(`The door did not open: ${outcome}, ${reason}`);
      const movedMs = (await lock) - asked;
      // The same way without a door: session, row-level security, one query.
      const again = performance.now();
      await person.call(me, {});
      if (n >= WARM_UP) {
        moved.push(movedMs);
        answered.push(answerMs);
        bare.push(performance.now() - again);
      }
      await new Promise((resolve) => setTimeout(resolve, RELOCK_MS / doors.length));
    }
    return present(moved, answered, bare);
  } finally {
    locks.stop();
    await product.stop();
  }
}

function present(moved: number[], answered: number[], bare: number[]): Result {
  const row = (what: string, values: number[]) => ({
    what,
    p50Ms: quantile(values, 0.5),
    p95Ms: quantile(values, 0.95),
    p99Ms: quantile(values, 0.99),
  });
  const [lock, answer, read] = [
    row("request to the lock moving", moved),
    row("request to the answer", answered),
    row("a read beside it (GET /api/v1/me)", bare),
  ];
  return {
    table: [lock, answer, read],
    ratios: { readToOpenP50: read.p50Ms / lock.p50Ms, readToOpenP95: read.p95Ms / lock.p95Ms },
    figures: {
      openings: moved.length,
      lockP50Ms: lock.p50Ms,
      lockP95Ms: lock.p95Ms,
      lockP99Ms: lock.p99Ms,
      answerP50Ms: answer.p50Ms,
      answerP95Ms: answer.p95Ms,
      answerP99Ms: answer.p99Ms,
    },
  };
}
