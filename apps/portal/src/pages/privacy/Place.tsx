import type { myData } from "@terskel/kernel/api/my-data";
import type { Received } from "@terskel/platform/contract";
import { useTexts, useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { Asks } from "./Asks.tsx";
import styles from "./Privacy.module.css";
import { Purposes } from "./Purposes.tsx";

export type PlaceData = Received<typeof myData>["places"][number];
type Props = { place: PlaceData; alone: boolean; fresh: boolean };

/** What one organisation, or the account, stores about the person. */
export function Place({ place, alone, fresh }: Props) {
  const { privacy } = useTexts();
  const formats = useFormats();
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  const phoneOf = usePhone();
  const { organisation, contact, authority } = place;
  const reached = [contact.name, contact.email, contact.phone && phoneOf(contact.phone)]
    .filter(Boolean)
    .join(" · ");
  const employer = organisation?.kind === "employer";
  const lead = !organisation
    ? privacy.accountLead
    : employer
      ? privacy.viaEmployer(organisation.name)
      : privacy.via(organisation.name);
  return (
    <Panel title={organisation?.name ?? privacy.account} lead={lead}>
      <Facts
        facts={[
          [privacy.contact, reached || privacy.nothingStored],
          [
            privacy.complain,
            <a key="authority" href={authority.site} rel="noreferrer">
              {authority.name}
            </a>,
          ],
        ]}
      />
      {place.restrictedSince && (
        <p className={styles.text}>
          <Tag tone="warn">{privacy.restricted}</Tag>{" "}
          {privacy.restrictedSince(day(place.restrictedSince))}
        </p>
      )}
      {place.agreementEndsAt && (
        <p className={styles.text}>{privacy.agreementEnds(day(place.agreementEndsAt))}</p>
      )}
      {place.dataGoesAt && (
        <p className={styles.text}>
          {(place.restricted ? privacy.dataGoesRestricted : privacy.dataGoes)(
            day(place.dataGoesAt),
          )}
        </p>
      )}
      <h3 className={styles.subtitle}>{privacy.rights}</h3>
      <Asks place={place} alone={alone} fresh={fresh} />
      <h3 className={styles.subtitle}>{privacy.stored}</h3>
      <Stored place={place} />
      <h3 className={styles.subtitle}>{privacy.purposes}</h3>
      <Purposes place={place} />
    </Panel>
  );
}

function Stored({ place }: { place: PlaceData }) {
  const { privacy } = useTexts();
  const { language } = useSpeech();
  const formats = useFormats();
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  if (place.stored.length === 0) return <p className={styles.text}>{privacy.nothingStored}</p>;
  return (
    <DataTable
      label={`${privacy.stored}: ${place.organisation?.name ?? privacy.account}`}
      rows={place.stored}
      rowKey={({ table }) => table}
      columns={[
        { key: "what", label: privacy.record, cell: ({ title }) => title[language] },
        {
          key: "records",
          label: privacy.records,
          cell: ({ records }) => formats.number(records),
        },
        {
          key: "since",
          label: privacy.since,
          cell: ({ since }) => (since ? day(since) : "–"),
        },
        {
          key: "keep",
          label: privacy.keep,
          cell: ({ keep, until, keptPast }) => (
            <span>
              {[
                keep[language],
                until && (place.restricted ? privacy.untilRestricted : privacy.until)(day(until)),
                keptPast && privacy.keptPast(keptPast),
              ]
                .filter(Boolean)
                .join(" ")}
            </span>
          ),
        },
      ]}
    />
  );
}
