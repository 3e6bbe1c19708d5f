import { Button } from "@mantine/core";
import { credentials, removeCredential } from "@terskel/access/api/grants";
import { IconCreditCard, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import { CardModal } from "./CardModal.tsx";

type Props = { organisation: string; person: string };

/** The cards and fobs a person has been handed. */
export function Cards({ organisation, person }: Props) {
  const { people: texts, manage } = useTexts();
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const params = { organisation, person };
  const query = useList(credentials, { params });
  const remove = useSend(removeCredential, { refresh: [credentials] });
  return (
    <Panel
      title={texts.cards}
      lead={texts.cardsLead}
      actions={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {texts.addCard}
        </Button>
      }
    >
      <ListFrame query={query} empty={<EmptyNote icon={IconCreditCard}>{texts.noCards}</EmptyNote>}>
        {(items) => (
          <DataTable
            label={texts.cards}
            rows={items}
            rowKey={(card) => card.id}
            columns={[
              { key: "label", label: texts.label, cell: (card) => card.label },
              { key: "kind", label: texts.kind, cell: (card) => texts.kinds[card.kind] },
              {
                key: "since",
                label: texts.since,
                cell: (card) => formats.dateTime(card.createdAt),
              },
            ]}
            actionsLabel={manage.actions}
            actions={(card) => (
              <Button
                variant="subtle"
                size="sm"
                onClick={() =>
                  confirm({
                    title: texts.takeBackTitle(card.label),
                    text: texts.takeBackText,
                    confirm: texts.takeBack,
                    onConfirm: () =>
                      remove.mutate(
                        { params: { ...params, credential: card.id } },
                        { onSuccess: () => tell.done(), onError: tell.failed },
                      ),
                  })
                }
              >
                {texts.takeBack}
              </Button>
            )}
          />
        )}
      </ListFrame>
      {adding && <CardModal {...params} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
