import type { Text } from "@terskel/platform/i18n";
import type { ControllerEntry, ProcessingRecord } from "./build.ts";

/** https://w3id.org/dpv, version 2: the bases are its extension for the GDPR. */
const context = {
  dpv: "https://w3id.org/dpv#",
  pd: "https://w3id.org/dpv/pd#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
};
const bases: Readonly<Record<string, string>> = {
  consent: "eu-gdpr:A6-1-a",
  contract: "eu-gdpr:A6-1-b",
  "legal-obligation": "eu-gdpr:A6-1-c",
  "legitimate-interest": "eu-gdpr:A6-1-f",
};

const words = (text: Text) =>
  (["nb", "sv", "en"] as const).map((language) => ({
    "@value": text[language],
    "@language": language,
  }));
const titled = (type: string) => (text: Text) => ({ "@type": type, "dct:title": words(text) });

type Party = ProcessingRecord["controller"]["name"];
const party = (type: string, { name, number, country, contact = [] }: Party) => ({
  "@type": type,
  ...(name ? { "dct:title": name } : {}),
  ...(contact.length > 0 ? { "dpv:hasContact": contact } : {}),
  ...(number ? { "dct:identifier": `${country ?? ""} ${number}`.trim() } : {}),
});

type Common = Pick<ControllerEntry, "id" | "purpose" | "subjects" | "categories" | "everything">;
const common = ({ id, purpose, subjects, categories, everything }: Common) => ({
  "@type": "dpv:Process",
  "dct:identifier": id,
  "dpv:hasPurpose": titled("dpv:Purpose")(purpose),
  "dpv:hasDataSubject": subjects.map(titled("dpv:DataSubject")),
  "dpv:hasPersonalData": [
    ...categories.map(({ dpv, text }) => titled(dpv)(text)),
    ...(everything ? [titled("dpv:PersonalData")(everything)] : []),
  ],
});

type Closing = Pick<ProcessingRecord["controller"], "measures" | "transfers">;
const closing = ({ measures, transfers }: Closing) => ({
  "dct:description": words(transfers),
  "dpv:hasTechnicalOrganisationalMeasure": measures.map(
    titled("dpv:TechnicalOrganisationalMeasure"),
  ),
});

/** The record as JSON-LD. */
export function linkedRecord({ controller, processor }: ProcessingRecord): object {
  return {
    "@context": context,
    "@graph": [
      {
        "@id": "#controller",
        "@type": "dpv:RecordsOfActivities",
        "dct:source": "GDPR Art. 30(1)",
        "dpv:hasDataController": party("dpv:DataController", controller.name),
        "dpv:hasProcess": controller.entries.map((entry) => ({
          "@id": `#controller/${entry.id}`,
          ...common(entry),
          "dpv:hasLegalBasis": {
            "@type": bases[entry.basis.id],
            ...(entry.interest ? { "dct:description": words(entry.interest) } : {}),
          },
          "dpv:hasDataSource": entry.sources.map(titled("dpv:DataSource")),
          "dpv:hasRecipient": entry.recipients.map(titled("dpv:Recipient")),
          "dpv:hasStorageCondition": entry.limits.map(({ table, what, how }) => ({
            "@type": "dpv:StorageDuration",
            "dct:identifier": table,
            "dct:title": words(what),
            "dct:description": words(how),
          })),
        })),
        ...closing(controller),
      },
      ...(processor
        ? [
            {
              "@id": "#processor",
              "@type": "dpv:RecordsOfActivities",
              "dct:source": "GDPR Art. 30(2)",
              "dpv:hasDataProcessor": party("dpv:DataProcessor", processor.name),
              "dpv:hasOrganisationalMeasure": titled("dpv:OrganisationalMeasure")(
                processor.instruction,
              ),
              "dpv:hasProcess": processor.groups.flatMap(({ kind, controllers, entries }) =>
                entries.map((entry) => ({
                  "@id": `#processor/${kind}/${entry.id}`,
                  ...common(entry),
                  "dpv:hasDataController": controllers.map((each) =>
                    party("dpv:DataController", each),
                  ),
                })),
              ),
              ...closing(processor),
            },
          ]
        : []),
    ],
  };
}
