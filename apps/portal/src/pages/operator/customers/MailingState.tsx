import { useTexts } from "#language/context.ts";
import { Tag } from "#parts/Tag.tsx";

const tones = { draft: "plain", sending: "warn", sent: "good" } as const;

export function MailingState({ state }: { state: keyof typeof tones }) {
  const { mailings } = useTexts().customers;
  return <Tag tone={tones[state]}>{mailings.states[state]}</Tag>;
}
