import { Button } from "@mantine/core";
import { credentials } from "@terskel/access/api/credentials";
import { IconCreditCard, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { pollMs } from "#cards.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { BlockedNote, CardTag } from "#parts/CardState.tsx";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useList } from "#queries.ts";
import { useCardName } from "#parts/use-card-name.ts";
import styles from "../Manage.module.css";
import { CardMenu } from "./CardMenu.tsx";
import { CardModal } from "./CardModal.tsx";

type Props = { organisation: string; person: string };

/** The cards and fobs a person has been handed. */
export function Cards({ organisation, person }: Props) {
  const { cards: texts, manage } = useTexts();
  const formats = useFormats();
  const nameOf = useCardName();
  const [adding, setAdding] = useState(false);
  const params = { organisation, person };
  const query = useList(credentials, { params }, { pollMs });
  return (
    <Panel
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {texts.handOut}
        </Button>
      }
    >
      <ListFrame query={query} empty={<EmptyNote icon={IconCreditCard}>{texts.none}</EmptyNote>}>
        {(items) => (
          <DataTable
            label={texts.title}
            rows={items}
            rowKey={(card) => card.id}
            columns={[
              { key: "label", label: texts.label, cell: nameOf },
              { key: "kind", label: texts.kind, cell: (card) => texts.kinds[card.kind] },
              {
                key: "since",
                label: texts.since,
                short: true,
                cell: (card) => formats.dateOf(card.createdAt),
              },
              {
                key: "state",
                label: texts.state,
                cell: (card) => (
                  <div>
                    <CardTag card={card} />
                    <div className={styles.note}>
                      <BlockedNote card={card} />
                    </div>
                  </div>
                ),
              },
            ]}
            actionsLabel={manage.actions}
            actions={(card) => <CardMenu {...params} card={card} />}
          />
        )}
      </ListFrame>
      {adding && <CardModal {...params} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
