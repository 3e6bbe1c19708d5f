import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { languages } from "@terskel/platform/i18n";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useSpeech } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { useChooseLanguage } from "#language/use-choose-language.ts";

/** On every page. */
export function LanguageMenu() {
  const { language, texts } = useSpeech();
  const choose = useChooseLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="sm"
          px={8}
          leftSection={<IconLanguage size={19} aria-hidden />}
        >
          <VisuallyHidden>{texts.shell.language}: </VisuallyHidden>
          {languageNames[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={texts.shell.language}>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            role="menuitemradio"
            aria-checked={each === language}
            rightSection={each === language ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => void choose(each)}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
