import type { Keys } from "@terskel/platform/keys";

/** What tombstones are written under. */
export const tombstoneKey = (keys: Keys) => keys.derive("tombstones");
