import { Button, Group, Text } from "@mantine/core";
import { answerSupplier, ownSuppliers, senders } from "@terskel/kernel/api/suppliers";
import { labels } from "@terskel/kernel/labels";
import { IconTruck } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useRegions } from "#language/use-regions.ts";
import { AgreementState } from "#pages/operator/suppliers/AgreementState.tsx";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Page } from "#parts/Page.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useList, useSend } from "#queries.ts";
import { DeskSections } from "./DeskSections.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { ObjectSupplierModal } from "./ObjectSupplierModal.tsx";

/** Who gets the organisation's data from the operator; the privacy officer approves and objects. */
export function OwnSuppliers() {
  const { language, texts } = useSpeech();
  const { suppliers: words } = texts;
  const formats = useFormats();
  const regionOf = useRegions();
  const tell = useTell();
  const { id: organisation } = useOrganisation();
  const [objecting, setObjecting] = useState<Item<typeof ownSuppliers>>();
  const query = useList(ownSuppliers, { params: { organisation } });
  const approve = useSend(answerSupplier, { refresh: [ownSuppliers] });
  const specific = query.items?.some(({ authorisation }) => authorisation === "specific");
  return (
    <Page
      title={words.own}
      lead={specific ? words.ownSpecificLead : words.ownLead}
      back={<DeskSections />}
    >
      <ListFrame
        query={query}
        empty={
          <EmptyNote icon={IconTruck} title={words.ownEmpty}>
            {words.ownEmptyText}
          </EmptyNote>
        }
      >
        {(items) => (
          <DataTable
            label={words.own}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                label: words.name,
                cell: ({ name, number }) => `${name} (${number})`,
              },
              {
                key: "recipient",
                label: words.recipient,
                cell: ({ recipient, country }) =>
                  `${words.recipients[recipient]}, ${regionOf(country)}`,
              },
              {
                key: "labels",
                label: words.labels,
                cell: (row) => row.labels.map((label) => labels[label].text[language]).join(", "),
              },
              {
                key: "agreement",
                label: words.agreement,
                cell: (row) => <AgreementState {...row} />,
              },
              {
                key: "answer",
                label: words.answer,
                cell: ({ answer, objectsBy, reason, recipient, used }) => (
                  <span>
                    <Tag tone={used ? "good" : "warn"}>{used ? words.used : words.unused}</Tag>{" "}
                    {answer === "named" ? words.ownNamed : words.answerStates[answer]}
                    {objectsBy && `, ${words.mayObject(formats.dateOf(objectsBy))}`}
                    {reason && `: ${reason}`}
                    {answer === "objected" && !senders.includes(recipient) && (
                      <Text size="sm">{words.liesThere}</Text>
                    )}
                  </span>
                ),
              },
            ]}
            actionsLabel={words.answer}
            actions={(row) => (
              <Group gap="xs" justify="flex-end">
                {(row.answer === "asked" || row.answer === "objected") && (
                  <Button
                    size="sm"
                    aria-label={words.approveOf(row.name)}
                    onClick={() =>
                      approve.mutate(
                        {
                          params: { organisation, supplier: row.id },
                          body: { answer: "approved" },
                        },
                        { onSuccess: () => tell.done(words.approved), onError: tell.failed },
                      )
                    }
                  >
                    {words.approve}
                  </Button>
                )}
                {row.answer !== "objected" && (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={words.objectOf(row.name)}
                    onClick={() => setObjecting(row)}
                  >
                    {words.object}
                  </Button>
                )}
              </Group>
            )}
          />
        )}
      </ListFrame>
      {objecting && (
        <ObjectSupplierModal
          organisation={organisation}
          supplier={objecting}
          onClose={() => setObjecting(undefined)}
        />
      )}
    </Page>
  );
}
