import type { Card } from "../cards.ts";
import { useTexts } from "../language/context.ts";

/** What a card is called: a phone pass has no label, as a person has one. */
export function useCardName(): (card: Pick<Card, "kind" | "label">) => string {
  const { cards } = useTexts();
  return ({ kind, label }) => label || cards.kinds[kind];
}
