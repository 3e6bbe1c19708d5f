import type { promises } from "@terskel/kernel/api/promises";
import type { Received } from "@terskel/platform/contract";
import type { Tone } from "#parts/Tag.tsx";

export type Told = Received<typeof promises>["promises"][number];
export type State = Told["state"];

export const states: readonly State[] = ["kept", "broken", "unverified", "unshown", "not-built"];
export const tones: Record<State, Tone> = {
  kept: "good",
  broken: "bad",
  unverified: "warn",
  unshown: "plain",
  "not-built": "plain",
};
