import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
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
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const chosen = schemes.find(({ key }) => key === value);
            if (chosen) setColorScheme(chosen.key);
          }}
        >
          {schemes.map(({ key, icon: Each }) => (
            <Menu.RadioItem
              key={key}
              value={key}
              closeMenuOnClick
              rightSection={<Each size={18} aria-hidden />}
            >
              {texts[key]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
