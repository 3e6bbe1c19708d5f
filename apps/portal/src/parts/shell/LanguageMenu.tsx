import { Button, Menu } from "@mantine/core";
import { correctMe, me } from "@terskel/identity/api/me";
import { languages, type Language } from "@terskel/platform/i18n";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { useSpeech } from "../../language/context.ts";

/** Each language in its own words: who needs it may not read the one on the page. */
const names: Record<Language, string> = { nb: "Norsk bokmål", sv: "Svenska", en: "English" };

/** On every page. Signed in, the choice is kept as the person's language too. */
export function LanguageMenu() {
  const { language, texts, change } = useSpeech();
  const client = useQueryClient();

  async function choose(chosen: Language) {
    await change(chosen, { keep: true });
    if (client.getQueryData([me.id, {}])) {
      await call(correctMe, { body: { language: chosen } });
      await client.invalidateQueries();
    }
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="sm"
          px={8}
          aria-label={`${texts.shell.language}: ${names[language]}`}
          leftSection={<IconLanguage size={19} aria-hidden />}
        >
          {language.toUpperCase()}
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
            onClick={() => void choose(each).catch(() => undefined)}
          >
            {names[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
