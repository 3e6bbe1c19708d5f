import { Button } from "@mantine/core";
import { mailings } from "@terskel/customers/api/mailings";
import { IconMailForward } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { useList } from "#queries.ts";
import { MailingModal } from "./MailingModal.tsx";
import { MailingState } from "./MailingState.tsx";
import { subjectIn } from "./written.ts";

/** What is sent to contact persons, and what became of it. */
export function Mailings() {
  const { language, texts: all } = useSpeech();
  const { mailings: texts } = all.customers;
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const query = useList(mailings, {});
  return (
    <ListPage
      texts={texts}
      icon={IconMailForward}
      query={query}
      onAdd={() => setAdding(true)}
      columns={[
        {
          key: "subject",
          label: texts.subject,
          cell: (each) => subjectIn(each.texts, language),
        },
        { key: "state", label: texts.state, cell: (each) => <MailingState {...each} /> },
        {
          key: "confirmed",
          label: texts.confirmed,
          short: true,
          cell: ({ confirmedAt }) => (confirmedAt ? formats.dateTime(confirmedAt) : "–"),
        },
        { key: "sent", label: texts.delivered, cell: ({ sent }) => formats.number(sent) },
        {
          key: "unsubscribed",
          label: texts.unsubscribed,
          cell: ({ unsubscribed }) => formats.number(unsubscribed),
        },
      ]}
      actionsLabel={texts.see}
      actions={(each) => (
        <Button
          component={Link}
          to={`/operator/mailings/${each.id}`}
          variant="default"
          size="sm"
          aria-label={texts.seeOf(subjectIn(each.texts, language))}
        >
          {texts.see}
        </Button>
      )}
    >
      {adding && <MailingModal onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
