import { Radio, Stack } from "@mantine/core";
import { useTexts } from "#language/context.ts";

export type GrantRole = "user" | "door_administrator" | "owner";
type Props = {
  /** Those that may be chosen. */
  roles: readonly GrantRole[];
  value: GrantRole;
  onChange: (role: GrantRole) => void;
};

/** What a grant lets its holder do, each role with what it means. */
export function RolePicker({ roles, value, onChange }: Props) {
  const { giving, grants } = useTexts();
  return (
    <Radio.Group
      label={giving.role}
      value={value}
      onChange={(role) => onChange(roles.find((each) => each === role) ?? "user")}
    >
      <Stack gap="xs" mt={6}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={grants.roles[role]}
            description={grants.rolesExplained[role]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
