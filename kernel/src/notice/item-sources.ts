import { noticeItems } from "./items.ts";
import type { NoticeItem } from "./items.ts";
import type { NoticeFacts } from "./shape.ts";

type Facts = Omit<NoticeFacts, "items">;

/**
 * The declarations that each item is answered from: `activity.field`, `table.keep`, or the organisation's own
 * details. What is answered by none, such as a right that everyone has, names the rule of the product that
 * carries it.
 */
export function itemsOf(facts: Facts): NoticeFacts["items"] {
  const each = (field: string) => facts.purposes.map(({ from }) => `${from}.${field}`);
  const where = (field: string, has: (purpose: Facts["purposes"][number]) => boolean) =>
    facts.purposes.filter(has).map(({ from }) => `${from}.${field}`);
  const rights = ["kernel.answer-rights"];
  const from: Record<NoticeItem, string[]> = {
    "controller-name": ["kernel.organisations.name", "kernel.organisations.number"],
    "controller-contact": ["address", "phone", "email"].map((c) => `kernel.notice_details.${c}`),
    "privacy-contact": ["contact", "email", "phone"].map(
      (c) => `kernel.notice_details.privacy_${c}`,
    ),
    purposes: each("purpose"),
    "legal-basis": each("basis"),
    interests: where("interest", ({ interest }) => interest !== undefined),
    "data-categories": facts.data.map(({ from }) => `${from}.columns`),
    sources: each("sources"),
    recipients: each("recipients"),
    transfers: each("recipients"),
    "keep-times": facts.data.map(({ from }) => `${from}.keep`),
    "must-be-given": each("sources"),
    "machine-decisions": each("decidesAlone"),
    access: rights,
    rectification: rights,
    erasure: facts.data.map(({ from }) => `${from}.erase`),
    restriction: rights,
    objection: where(
      "basis",
      ({ basis, objection }) => basis === "legitimate-interest" || objection !== undefined,
    ),
    portability: where("basis", ({ basis }) => basis === "contract" || basis === "consent"),
    withdrawal: each("basis"),
    complaint: ["kernel.organisations.country"],
  };
  return Object.entries(noticeItems).map(([item, articles]) => ({
    item: item as NoticeItem,
    articles: [...articles],
    from: from[item as NoticeItem],
  }));
}
