import { SegmentedControl } from "@mantine/core";
import { useTexts } from "#language/context.ts";

const states = ["open", "waiting", "closed"] as const;
export type ShownState = (typeof states)[number];
type Props = { value: ShownState; onChange: (state: ShownState) => void };

/** Which of the cases the staff look at. */
export function StateChoice({ value, onChange }: Props) {
  const { support } = useTexts();
  return (
    <SegmentedControl
      aria-label={support.state}
      value={value}
      onChange={(chosen) => onChange(states.find((each) => each === chosen) ?? "open")}
      data={states.map((each) => ({ value: each, label: support.deskStates[each] }))}
      style={{ alignSelf: "flex-start" }}
    />
  );
}
