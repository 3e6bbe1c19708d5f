import { endAgain } from "../agreements/end-again.ts";
import { eraseNow } from "../erasure/erase.ts";
import type { RightsPorts } from "../scope.ts";
import type { Eraser } from "./subject.ts";

/** For a restored database: carries out again the erasure of one subject. */
export const createEraser =
  (ports: RightsPorts): Eraser =>
  async ({ kind, id, organisation }) => {
    if (kind === "organisation") {
      await endAgain(ports, id, new Date());
      return;
    }
    const subjects = { member: [], account: [], address: [], [kind]: [id] };
    // Nobody says by which other addresses the person was known: the replay looks for the marked ones.
    await eraseNow(ports, { organisation, subjects, values: [] }, { cause: "restore" });
  };
