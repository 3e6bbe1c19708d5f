// oxlint-disable-next-line typescript/triple-slash-reference -- the package brings no types of its own
/// <reference path="./pdfmake.d.ts" />
import type { Language } from "@terskel/platform/i18n";
import pdfmake from "pdfmake";
import type { Content } from "pdfmake";
import fonts from "pdfmake/fonts/Roboto.js";
import type { ControllerEntry, ProcessingRecord } from "./build.ts";
import { recordTexts } from "./texts.ts";
import type { RecordTexts } from "./texts.ts";

// Roboto (Apache-2.0) comes with the package and is put into the file, with æ, ø, å, ä and ö.
pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => /[\\/]Roboto[\\/][\w-]+\.ttf$/.test(path));

/** A PDF names a time of its making. This one's never changes, so that the same record is the same file. */
const never = new Date(Date.UTC(2000, 0, 1));

type Party = ProcessingRecord["controller"]["name"];
type Common = Pick<ControllerEntry, "id" | "purpose" | "subjects" | "categories" | "everything">;

/** The record as a PDF file, the same byte by byte until the declarations change. */
export async function recordPdfFile(
  { kind, controller, processor }: ProcessingRecord,
  language: Language,
): Promise<Buffer> {
  const words = recordTexts[language];
  const rows = (facts: readonly (readonly [string, string])[]): Content => ({
    table: {
      widths: [120, "*"],
      body: facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => [{ text: name, style: "name" }, value]),
    },
    layout: "lightHorizontalLines",
    style: "facts",
  });
  const nameOf = ({ name, number, country, contact = [] }: Party) =>
    name ? [`${name}, ${country ?? ""} ${number ?? ""}`, ...contact].join(", ") : words.whoever;
  const common = (entry: Common): [string, string][] => [
    [words.subjects, list(entry.subjects, language)],
    [
      words.categories,
      [
        list(
          entry.categories.map(({ text }) => text),
          language,
        ),
        entry.everything?.[language],
      ]
        .filter(Boolean)
        .join(". "),
    ],
  ];
  const closing = ({ transfers, measures }: ProcessingRecord["controller"]): Content[] => [
    { text: words.transfers, style: "h2" },
    transfers[language],
    { text: words.measures, style: "h2" },
    { ul: measures.map((each) => each[language]) },
  ];
  const content: Content[] = [
    { text: words.title, style: "h1" },
    { text: words.asController, style: "h2" },
    rows([
      [words.controller, nameOf(controller.name)],
      [words.kind, words.kinds[kind]],
    ]),
    ...controller.entries.map((entry) => ({
      stack: [
        { text: entry.purpose[language], style: "h3" },
        rows([
          [words.basis, entry.basis.text[language]],
          [words.interest, entry.interest?.[language] ?? ""],
          ...common(entry),
          [words.sources, list(entry.sources, language)],
          [words.recipients, list(entry.recipients, language)],
          [
            words.limits,
            entry.limits.map(({ what, how }) => `${what[language]}: ${how[language]}`).join("\n"),
          ],
        ]),
      ],
      unbreakable: entry.limits.length < 12,
    })),
    ...closing(controller),
    ...(processor ? asProcessor(processor, words, language) : []),
  ];

  function asProcessor(
    its: NonNullable<typeof processor>,
    { asProcessor: title, onBehalf, kinds }: RecordTexts,
    reader: Language,
  ): Content[] {
    return [
      { text: title, style: "h2" },
      rows([[words.processor, nameOf(its.name)]]),
      its.instruction[reader],
      ...its.groups.flatMap(({ kind: group, controllers, entries }) => [
        { text: onBehalf(kinds[group]), style: "h3" },
        ...(controllers.length > 0 ? [{ ul: controllers.map(nameOf) }] : []),
        ...entries.map((entry) => rows([[words.purpose, entry.purpose[reader]], ...common(entry)])),
      ]),
      { text: words.transfers, style: "h2" },
      its.transfers[reader],
      { text: words.measures, style: "h2" },
      { ul: its.measures.map((each) => each[reader]) },
    ];
  }

  return await pdfmake
    .createPdf({
      content,
      info: {
        title: words.title,
        creationDate: never,
        modDate: never,
        producer: "Terskel",
        creator: "Terskel",
      },
      language,
      pageSize: "A4",
      pageMargins: [48, 56, 48, 56],
      defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.25 },
      styles: {
        h1: { fontSize: 20, bold: true, margin: [0, 0, 0, 6] },
        h2: { fontSize: 14, bold: true, margin: [0, 18, 0, 6] },
        h3: { fontSize: 11, bold: true, margin: [0, 12, 0, 4] },
        name: { bold: true },
        facts: { margin: [0, 2, 0, 6] },
      },
      footer: (page, pages) => ({
        text: words.page(page, pages),
        alignment: "center",
        fontSize: 8,
        margin: [0, 16, 0, 0],
      }),
    })
    .getBuffer();
}

const list = (texts: readonly { readonly [L in Language]: string }[], language: Language) =>
  texts.map((each) => each[language]).join(", ");
