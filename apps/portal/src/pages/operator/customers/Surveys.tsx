import { Button } from "@mantine/core";
import { surveys } from "@terskel/customers/api/surveys";
import { IconClipboardList } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { useList } from "#queries.ts";
import { MailingState } from "./MailingState.tsx";
import { SurveyModal } from "./SurveyModal.tsx";
import { subjectIn } from "./written.ts";

/** What contact persons are asked. */
export function Surveys() {
  const { language, texts: all } = useSpeech();
  const { mailings, surveys: texts } = all.customers;
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const query = useList(surveys, {});
  return (
    <ListPage
      texts={texts}
      icon={IconClipboardList}
      query={query}
      onAdd={() => setAdding(true)}
      columns={[
        {
          key: "subject",
          label: mailings.subject,
          cell: (each) => subjectIn(each.texts, language),
        },
        { key: "kind", label: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
        { key: "state", label: mailings.state, cell: (each) => <MailingState {...each} /> },
        {
          key: "confirmed",
          label: mailings.confirmed,
          short: true,
          cell: ({ confirmedAt }) => (confirmedAt ? formats.dateTime(confirmedAt) : "–"),
        },
        { key: "sent", label: mailings.delivered, cell: ({ sent }) => formats.number(sent) },
      ]}
      actionsLabel={mailings.see}
      actions={(each) => (
        <Button
          component={Link}
          to={`/operator/surveys/${each.id}`}
          variant="default"
          size="sm"
          aria-label={mailings.seeOf(subjectIn(each.texts, language))}
        >
          {mailings.see}
        </Button>
      )}
    >
      {adding && <SurveyModal onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
