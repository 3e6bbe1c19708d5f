import { groupPhone } from "@terskel/platform/phone";
import { escape } from "../export/escape.ts";
import { itemAt } from "./items.ts";
import { operatorOf, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";
import type { Party } from "./shape.ts";

const mail = (address: string) => `<a href="mailto:${escape(address)}">${escape(address)}</a>`;
const call = (phone: string) => `<a href="tel:${escape(phone)}">${escape(groupPhone(phone))}</a>`;

const fact = (term: string, html: string, marks = "") =>
  `<div><dt>${escape(term)}</dt><dd${marks}>${html}</dd></div>`;

/** How a party is reached; one that has not said so yet is reached by its processor, which passes on what comes (Art. 13(1)(a)). */
const reached = ({ facts: { processor }, texts }: PageContext, party: Party): string => {
  const way = (
    term: string,
    field: "address" | "phone" | "email",
    show: (value: string) => string,
  ) => {
    if (party[field]) return fact(term, show(party[field]));
    const by = processor?.[field];
    const shown = by
      ? `${show(by)} <span class="quiet">${escape(texts.byWayOf(processor.name))}</span>`
      : undefined;
    return fact(term, shown ?? `<span class="quiet">${escape(texts.notGiven)}</span>`);
  };
  return [
    way(texts.address, "address", escape),
    way(texts.phone, "phone", call),
    way(texts.email, "email", mail),
  ].join("");
};

function partyCard(
  context: PageContext,
  party: Party,
  role: { name: string; hint: string; isController: boolean },
) {
  const { texts } = context;
  const from = "kernel.organisations.name";
  const marked = role.isController ? itemAt("controller-name", from) : ` data-from="${from}"`;
  const contact = role.isController
    ? itemAt("controller-contact", "kernel.notice_details")
    : ` data-from="kernel.notice_details"`;
  return `<div class="party">
<h3>${escape(role.name)}</h3>
<p class="ground">${escape(role.hint)}</p>
<dl class="facts"${marked}>${fact(texts.name, escape(party.name))}${fact(texts.number, escape(party.number))}</dl>
<dl class="facts"${contact}>${reached(context, party)}</dl>
</div>`;
}

/** Who decides and who carries it out (A4), and who is asked. */
export function showParties(context: PageContext): string {
  const { facts, texts } = context;
  const { controller, processor, purposes } = facts;
  const own = purposes.some((purpose) => purpose.controller === "operator");
  const cards = [
    partyCard(context, controller, {
      name: processor ? texts.controller : texts.bothRoles,
      hint: texts.controllerHint,
      isController: true,
    }),
    ...(processor
      ? [
          partyCard(context, processor, {
            name: texts.processor,
            hint: [texts.processorHint, ...(own ? [texts.processorAlso] : [])].join(" "),
            isController: false,
          }),
        ]
      : []),
  ];
  return section(
    "who",
    texts.who,
    `<div class="parties">${cards.join("\n")}</div>${asked(context)}`,
  );
}

function asked({ facts, texts }: PageContext): string {
  const { contact, email, phone } = facts.controller.privacy;
  const ways = [
    ...(contact ? [escape(contact)] : []),
    ...(email ? [mail(email)] : []),
    ...(phone ? [call(phone)] : []),
  ];
  const to = facts.controller.email ?? facts.processor?.email;
  const asController = `${escape(texts.asController)}${to ? `, ${mail(to)}` : ""}`;
  return `<h3>${escape(texts.privacyContact)}</h3>
<p${itemAt("privacy-contact", "kernel.notice_details.privacy_contact")}>${escape(texts.privacyContactHint)} ${
    ways.length > 0 ? ways.join(", ") : asController
  }.</p>`;
}

/** Support is one step away (A21): whoever has published a way to be reached, and a case for who has an account. */
export function showContact(context: PageContext): string {
  const { facts, texts } = context;
  const operator = operatorOf(context);
  const all = facts.processor ? [facts.controller, operator] : [operator];
  const each = all.map(
    (party) =>
      `<div class="party"><h3>${escape(party.name)}</h3><dl class="facts">${reached(context, party)}</dl></div>`,
  );
  return section(
    "contact",
    texts.contact,
    `<p>${escape(texts.contactText)}</p><div class="parties">${each.join("\n")}</div><p><a href="/support">${escape(texts.supportCase)}</a></p>${ownWords(context, "contact")}`,
  );
}

/** A place for the organisation's own words, marked as such. */
export function ownWords({ facts, texts, language }: PageContext, place: "about" | "contact") {
  const words = facts.words[place];
  if (!words) return "";
  const paragraphs = words[language]
    .split(/\n{2,}/)
    .map((each) => `<p>${escape(each)}</p>`)
    .join("");
  return `<aside class="own" data-from="kernel.notice_details.words.${place}"><h3>${escape(texts.ownWords(facts.controller.name))}</h3>${paragraphs}</aside>`;
}
