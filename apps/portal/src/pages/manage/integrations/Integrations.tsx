import { Button } from "@mantine/core";
import { integrations, removeIntegration } from "@terskel/access/api/integrations";
import { IconPlugConnected } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useRegions } from "#language/use-regions.ts";
import { OnceModal } from "#parts/OnceModal.tsx";
import { ListPage } from "#parts/ListPage.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { IntegrationModal } from "./IntegrationModal.tsx";

type Row = Item<typeof integrations>;

/** Who reads by the API, of which doors and until when. */
export function Integrations() {
  const { integrations: texts, manage } = useTexts();
  const formats = useFormats();
  const regionOf = useRegions();
  /** The agreement's last day, of the midnight after it. */
  const lastDay = (end = "") => formats.dateOf(new Date(Date.parse(end) - 1).toISOString());
  const confirm = useConfirm();
  const tell = useTell();
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string }>();
  const query = useList(integrations, { params: { organisation } });
  const remove = useSend(removeIntegration, { refresh: [integrations] });
  const askToRemove = ({ id, name }: Row) =>
    confirm({
      title: texts.endTitle(name),
      text: texts.endText,
      confirm: texts.end,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, integration: id } },
          { onSuccess: () => tell.done(texts.ended), onError: tell.failed },
        ),
    });
  return (
    <ListPage
      texts={texts}
      icon={IconPlugConnected}
      query={query}
      onAdd={() => setAdding(true)}
      emptyMore={<a href="/api/docs">{texts.reference}</a>}
      columns={[
        { key: "name", label: texts.name, cell: ({ name }) => name },
        {
          key: "doors",
          label: texts.doors,
          cell: ({ doors }) => doors.map(({ name }) => name).join(", ") || texts.noDoors,
        },
        {
          key: "receiver",
          label: texts.receiver.by,
          cell: ({ receiver }) =>
            receiver ? (
              `${regionOf(receiver.country)} · ${receiver.ground ?? texts.agreedTo(lastDay(receiver.agreementEndsAt))}`
            ) : (
              <Tag tone="warn">{texts.notSaid}</Tag>
            ),
        },
        {
          key: "until",
          label: texts.until,
          cell: ({ expiresAt }) =>
            Date.parse(expiresAt) <= Date.now() ? (
              <Tag>{texts.isOver}</Tag>
            ) : (
              formats.dateTime(expiresAt)
            ),
        },
      ]}
      actionsLabel={manage.actions}
      actions={(row) => (
        <Button
          variant="default"
          size="sm"
          aria-label={texts.endOf(row.name)}
          onClick={() => askToRemove(row)}
        >
          {texts.end}
        </Button>
      )}
    >
      {adding && (
        <IntegrationModal
          organisation={organisation}
          onClose={() => setAdding(false)}
          onMade={setMade}
        />
      )}
      {made && (
        <OnceModal
          title={texts.tokenOf(made.name)}
          warning={texts.once}
          text={made.token}
          onClose={() => setMade(undefined)}
        />
      )}
    </ListPage>
  );
}
