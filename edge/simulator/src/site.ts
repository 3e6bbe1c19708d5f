import type { AgentStatus } from "@terskel/edge-agent";
import type { LockState } from "@terskel/edge-protocol";

/** One door as `GET /doors` and the page show it. Counts are since the process started. */
export type DoorView = {
  readonly id: string;
  readonly name: string;
  readonly lock: LockState;
  /** How many times the lock was told to unlock and did; again while open counts again. */
  readonly unlockCount: number;
  /** How many times the bolt moved, either way. */
  readonly moveCount: number;
};

export type SiteView = { readonly doors: readonly DoorView[]; readonly status: AgentStatus };
