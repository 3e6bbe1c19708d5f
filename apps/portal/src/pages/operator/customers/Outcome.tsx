import type { mailings } from "@terskel/customers/api/mailings";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Facts } from "#parts/Facts.tsx";
import type { Item } from "#queries.ts";
import { MailingState } from "./MailingState.tsx";

/** What became of a mailing or a survey. */
export function Outcome({ mailing }: { mailing: Item<typeof mailings> }) {
  const { mailings: texts } = useTexts().customers;
  const formats = useFormats();
  return (
    <Facts
      facts={[
        [texts.state, <MailingState key="state" {...mailing} />],
        [texts.written, formats.dateTime(mailing.createdAt)],
        ...(mailing.confirmedAt
          ? ([
              [texts.confirmed, formats.dateTime(mailing.confirmedAt)],
              [texts.delivered, formats.number(mailing.sent)],
              [texts.failed, formats.number(mailing.failed)],
              [texts.unsubscribed, formats.number(mailing.unsubscribed)],
            ] as const)
          : []),
        ...(mailing.unsure > 0
          ? ([[texts.unsure, `${formats.number(mailing.unsure)}. ${texts.unsureHint}`]] as const)
          : []),
      ]}
    />
  );
}
