import { useTexts } from "#language/context.ts";
import { Tag } from "#parts/Tag.tsx";
import type { OwnRequest } from "./requests.ts";

type Props = Pick<OwnRequest, "state" | "decision">;

/** How far a request has come. */
export function StateTag({ state, decision }: Props) {
  const { privacy } = useTexts();
  if (decision) {
    const tone = decision === "granted" ? "good" : decision === "partly" ? "warn" : "bad";
    return <Tag tone={tone}>{privacy.decisions[decision]}</Tag>;
  }
  return <Tag tone={state === "received" ? "brand" : "plain"}>{privacy.states[state]}</Tag>;
}
