import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";

const schemes = [
  { key: "auto", icon: IconDeviceDesktop },
  { key: "light", icon: IconSun },
  { key: "dark", icon: IconMoon },
] as const;

export function SchemeMenu() {
  const { scheme: texts } = useTexts().shell;
  // Mantine would stop transitions with an inline style element, which the CSP forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { icon: Icon } = schemes.find(({ key }) => key === colorScheme) ?? schemes[0];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={`${texts.label}: ${texts[colorScheme]}`}>
          <Icon size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={texts.label}>
        {schemes.map(({ key, icon: Each }) => (
          <Menu.Item
            key={key}
            role="menuitemradio"
            aria-checked={key === colorScheme}
            leftSection={<Each size={18} aria-hidden />}
            rightSection={key === colorScheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(key)}
          >
            {texts[key]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
