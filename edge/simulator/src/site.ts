import type { AgentStatus } from "@terskel/edge-agent";
import type { SimulatedDoor } from "@terskel/edge-agent/simulated-doors";

/** What `GET /doors` says and the page shows. A door's counts are since it came. */
export type SiteView = { readonly doors: readonly SimulatedDoor[]; readonly status: AgentStatus };
