import { TextInput } from "@mantine/core";
import { useTexts } from "#language/context.ts";

type Props = { value: string; onChange: (value: string) => void };

/** The address that a code is to prove. */
export function AddressField({ value, onChange }: Props) {
  const { privacy } = useTexts();
  return (
    <TextInput
      type="email"
      label={privacy.others.email}
      autoComplete="email"
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
