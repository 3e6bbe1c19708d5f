import { Button } from "@mantine/core";
import { myCases } from "@terskel/support/api/mine";
import { IconLifebuoy, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech, useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import type { Membership } from "#me.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { noticeAddress } from "#parts/shell/NoticeLinks.tsx";
import { When } from "#parts/When.tsx";
import { useList } from "#queries.ts";
import { AskModal } from "./AskModal.tsx";
import { CaseTag } from "./CaseTag.tsx";
import styles from "./Support.module.css";

/** One's own support cases, at each organisation, and where one asks for help (A10, A21). */
export function Support() {
  const { support } = useTexts();
  const { memberships } = useMe();
  const [asking, setAsking] = useState(false);
  if (memberships.length === 0) return <Nowhere />;
  return (
    <Page
      title={support.title}
      lead={support.lead}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {support.ask}
        </Button>
      }
    >
      {memberships.map((membership) => (
        <Cases key={membership.id} membership={membership} />
      ))}
      {asking && <AskModal memberships={memberships} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function Cases({ membership }: { membership: Membership }) {
  const { support } = useTexts();
  const { id: organisation, name } = membership.organisation;
  const query = useList(myCases, { params: { organisation } });
  return (
    <Panel title={name}>
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconLifebuoy} title={support.none}>
            {support.noneText}
          </EmptyNote>
        }
      >
        {(items) => (
          <ul className={styles.rows}>
            {items.map(({ id, number, subject, state, turnedAt }) => (
              <li key={id}>
                <div className={styles.words}>
                  <span className={styles.name}>
                    {subject}
                    <CaseTag state={state} />
                  </span>
                  <span className={styles.hint}>
                    {support.number(number)} · <When at={turnedAt} />
                  </span>
                </div>
                <Button
                  component={Link}
                  to={`/support/${organisation}/${id}`}
                  variant="default"
                  size="sm"
                  aria-label={support.seeOf(number, subject)}
                >
                  {support.see}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ListFrame>
    </Panel>
  );
}

/** Whoever belongs nowhere is helped as one who is not signed in is. */
function Nowhere() {
  const { language, texts } = useSpeech();
  const { support } = texts;
  return (
    <Page title={support.title}>
      <EmptyNote
        icon={IconLifebuoy}
        title={support.nowhere}
        action={<a href={`${noticeAddress(language)}#contact`}>{support.noticeContact}</a>}
      >
        {support.nowhereText}
      </EmptyNote>
    </Page>
  );
}
