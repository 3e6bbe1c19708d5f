import { ActionIcon, Menu } from "@mantine/core";
import { signOut } from "@terskel/identity/api/sign-in";
import { IconLifebuoy, IconLogout, IconShieldLock, IconUserCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import { Portrait } from "../Portrait.tsx";

export function PersonMenu() {
  const { privacy, shell, support } = useTexts();
  const person = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();

  async function leave() {
    await call(signOut, { body: {} });
    await navigate({ to: "/sign-in", search: {} });
    client.clear();
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          radius="xl"
          aria-label={shell.signedInAs(person.name)}
        >
          <Portrait person={person} size={32} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={shell.signedInAs(person.name)}>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item
          component={Link}
          to="/profile"
          leftSection={<IconUserCircle size={18} aria-hidden />}
        >
          {shell.profile}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/privacy"
          leftSection={<IconShieldLock size={18} aria-hidden />}
        >
          {privacy.title}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/support"
          leftSection={<IconLifebuoy size={18} aria-hidden />}
        >
          {support.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => void leave().catch(() => undefined)}
        >
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
