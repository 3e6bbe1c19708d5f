import { NumberInput } from "@mantine/core";
import type { NumberInputProps } from "@mantine/core";

/** A whole number, typed on the keys that a phone has for it. */
export const WholeNumberInput = (props: NumberInputProps) => (
  <NumberInput allowDecimal={false} hideControls inputMode="numeric" {...props} />
);
