import { List } from "@mantine/core";
import { languages, type Language } from "@terskel/platform/i18n";
import { useTexts } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { LanguageName } from "./LanguageName.tsx";
import type { Written } from "./written.ts";

type Props = { recipients: Record<Language, number>; texts: Written };

/** How many would get it now, by language; and which language is not written yet. */
export function Recipients({ recipients, texts }: Props) {
  const { mailings } = useTexts().customers;
  const read = languages.filter((each) => recipients[each] > 0);
  const missing = read.filter((each) => !texts[each]).map((each) => languageNames[each]);
  return (
    <Panel title={mailings.recipients}>
      {read.length === 0 ? (
        <p>{mailings.nobody}</p>
      ) : (
        <List>
          {read.map((each) => (
            <List.Item key={each}>
              <LanguageName of={each} />: {recipients[each]}
            </List.Item>
          ))}
        </List>
      )}
      {missing.length > 0 && (
        <p>
          <Tag tone="bad">{mailings.missing(missing.join(", "))}</Tag>
        </p>
      )}
    </Panel>
  );
}
