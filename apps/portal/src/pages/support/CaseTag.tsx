import type { Received } from "@terskel/platform/contract";
import type { myCase } from "@terskel/support/api/mine";
import { useTexts } from "#language/context.ts";
import { Tag } from "#parts/Tag.tsx";

type State = Received<typeof myCase>["state"];

/** Whose turn it is, as the person reads it or as the staff do. */
export function CaseTag({ state, desk }: { state: State; desk?: boolean }) {
  const { support } = useTexts();
  const words = desk ? support.deskStates : support.states;
  const tones = { open: desk ? "warn" : "brand", waiting: "good", closed: "plain" } as const;
  return <Tag tone={tones[state]}>{words[state]}</Tag>;
}
