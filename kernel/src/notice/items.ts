/**
 * What a notice has to tell: the requirements of GDPR Art. 13 and 14, each once, with the article. In the published
 * page each stands where `data-item` says it; in the JSON, under `items`.
 */
export const noticeItems = {
  "controller-name": ["13(1)(a)", "14(1)(a)"],
  "controller-contact": ["13(1)(a)", "14(1)(a)"],
  "privacy-contact": ["13(1)(b)", "14(1)(b)"],
  purposes: ["13(1)(c)", "14(1)(c)"],
  "legal-basis": ["13(1)(c)", "14(1)(c)"],
  interests: ["13(1)(d)", "14(2)(b)"],
  "data-categories": ["14(1)(d)"],
  sources: ["14(2)(f)"],
  recipients: ["13(1)(e)", "14(1)(e)"],
  transfers: ["13(1)(f)", "14(1)(f)"],
  "keep-times": ["13(2)(a)", "14(2)(a)"],
  "must-be-given": ["13(2)(e)"],
  "machine-decisions": ["13(2)(f)", "14(2)(g)"],
  access: ["13(2)(b)", "14(2)(c)", "15"],
  rectification: ["13(2)(b)", "14(2)(c)", "16"],
  erasure: ["13(2)(b)", "14(2)(c)", "17"],
  restriction: ["13(2)(b)", "14(2)(c)", "18"],
  objection: ["13(2)(b)", "14(2)(c)", "21"],
  portability: ["13(2)(b)", "14(2)(c)", "20"],
  withdrawal: ["13(2)(c)", "14(2)(d)", "7(3)"],
  complaint: ["13(2)(d)", "14(2)(e)", "77"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type NoticeItem = keyof typeof noticeItems;

/** Marks an element as the place of an item, and says from which declarations it comes. */
export const itemAt = (item: NoticeItem, from: string) => {
  const articles = noticeItems[item].join(" ");
  return ` data-item="${item}" data-article="${articles}" data-from="${from}"`;
};
