import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { isLanguage, languages } from "@terskel/platform/i18n";
import { IconLanguage } from "@tabler/icons-react";
import { useSpeech } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { useChooseLanguage } from "#language/use-choose-language.ts";
import styles from "./LanguageMenu.module.css";

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
          classNames={{ section: styles.icon ?? "" }}
          leftSection={<IconLanguage size={19} aria-hidden />}
        >
          <VisuallyHidden>{texts.shell.language}: </VisuallyHidden>
          <span className={styles.name}>{languageNames[language]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={texts.shell.language}>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => {
            if (isLanguage(value)) void choose(value);
          }}
        >
          {languages.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
              {languageNames[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
