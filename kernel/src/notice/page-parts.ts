import type { Language, Text } from "@terskel/platform/i18n";
import { escape } from "../export/escape.ts";
import type { authorityOf } from "../authorities.ts";
import type { NoticeFacts } from "./shape.ts";
import type { Texts } from "./texts/index.ts";

export type PageContext = {
  readonly facts: NoticeFacts;
  readonly language: Language;
  readonly texts: Texts;
  /** The reader's country's first. */
  readonly authorities: readonly ReturnType<typeof authorityOf>[];
  /** Absent in the page that is kept of a version, which says it itself, and of what is not kept yet. */
  readonly version?: { readonly number: number; readonly since: Date } | undefined;
  /** What is announced. */
  readonly next?: { readonly number: number; readonly from: Date } | undefined;
};

export const say = ({ language }: PageContext, text: Text) => escape(text[language]);

/** The operator by name: in its own notice it is the controller. */
export const operatorOf = ({ facts }: PageContext) => facts.processor ?? facts.controller;

export const section = (id: string, title: string, body: string, marks = "") =>
  `<section id="${id}"${marks}>\n<h2>${escape(title)}</h2>\n${body}\n</section>`;

export const list = (items: readonly string[], classes = "plain") =>
  `<ul class="${classes}">${items.map((each) => `<li>${each}</li>`).join("")}</ul>`;

/** A link to what this notice does not cover (A3). */
export const away = ({ texts }: PageContext, href: string, name: string) =>
  `<a class="away" rel="external noopener" href="${escape(href)}">${escape(name)} <span aria-hidden="true">↗</span><span class="unseen"> (${escape(texts.away)})</span></a>`;
