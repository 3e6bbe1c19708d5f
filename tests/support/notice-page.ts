/**
 * Reads a published privacy notice as its reader does: by the page alone, and not by the data that it is
 * made of. `item` is what the page says it answers there.
 */

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** What a reader reads of a piece of the page. */
export const readable = (html: string): string =>
  html
    .replaceAll(/<(style|script)\b[^]*?<\/\1>/g, "")
    .replaceAll(/<\/(p|li|dd|dt|td|h\d|div)>|<br>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();

/** The element that begins at this place, with everything in it. */
function elementAt(html: string, start: number): string {
  const name = /^<(\w+)/.exec(html.slice(start))?.[1] ?? "";
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, "g");
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return html.slice(start, tags.lastIndex);
  }
  throw new Error(`<${name}> does not end.`);
}

/** Every place that the page marks as answering the item, as one reads it. */
export function placesOf(html: string, item: string): string[] {
  const places: string[] = [];
  for (const { index } of html.matchAll(new RegExp(`<\\w+[^>]*\\bdata-item="${item}"`, "g")))
    places.push(readable(elementAt(html, index)));
  return places;
}

type Expected = Readonly<Record<"nb" | "sv" | "en", RegExp>>;

/** What a reader has to find, by the article that wants it, in each language. */
const required: Readonly<Record<string, Expected>> = {
  "controller-name": both(/\p{Lu}[\s\S]*\d{9}/u),
  "controller-contact": both(/\d{4} \p{Lu}\p{L}+[\s\S]*\+4[67] ?\d[\s\S]*\S@\S/u),
  "privacy-contact": both(/\S@\S+\.\S/),
  purposes: both(/\p{L}{3,} \p{L}/u),
  "legal-basis": {
    nb: /avtale|forpliktelse|berettiget interesse|samtykke/i,
    sv: /avtal|förpliktelse|berättigat intresse|samtycke/i,
    en: /contract|obligation|legitimate interest|consent/i,
  },
  interests: { nb: /^Interessen: .{10}/, sv: /^Intresset: .{10}/, en: /^The interest: .{10}/ },
  "data-categories": both(/\p{Lu}\p{L}{2,}/u),
  sources: { nb: /^Fra: \S/, sv: /^Från: \S/, en: /^From: \S/ },
  recipients: { nb: /^Til: \S/, sv: /^Till: \S/, en: /^To: \S/ },
  transfers: { nb: /EU og EØS/, sv: /EU och EES/, en: /EU and the EEA/ },
  "keep-times": {
    nb: /slettes|lagres|så lenge|sperre|regnskap|\d+ (dager|år)|etter/i,
    sv: /raderas|lagras|så länge|spärr|räkenskap|\d+ (dagar|år)|efter/i,
    en: /deleted|kept|as long as|hold|\d+ (days|years)|after/i,
  },
  "must-be-given": {
    nb: /[Uu]ten dem kan du ikke/,
    sv: /[Uu]tan dem kan du inte/,
    en: /without it you cannot/,
  },
  "machine-decisions": {
    nb: /maskin[\s\S]*profil/,
    sv: /maskin[\s\S]*profil/,
    en: /machine[\s\S]*profile/,
  },
  access: { nb: /art\. 15.*kopi/, sv: /art\. 15.*kopia/, en: /Art\. 15.*copy/ },
  rectification: { nb: /Rette.*art\. 16/, sv: /Rätta.*art\. 16/, en: /Correct.*Art\. 16/ },
  erasure: { nb: /Slette.*art\. 17/, sv: /Radera.*art\. 17/, en: /Erase.*Art\. 17/ },
  restriction: { nb: /Begrense.*art\. 18/, sv: /Begränsa.*art\. 18/, en: /Restrict.*Art\. 18/ },
  objection: { nb: /Protestere.*art\. 21/, sv: /Invända.*art\. 21/, en: /Object.*Art\. 21/ },
  portability: { nb: /art\. 20.*fil/, sv: /art\. 20.*fil/, en: /Art\. 20.*file/ },
  withdrawal: {
    nb: /samtykke[\s\S]*trekke det tilbake når som helst|når som helst trekke det tilbake/,
    sv: /samtycke[\s\S]*återkalla det när som helst|när som helst återkalla det/,
    en: /consent[\s\S]*withdraw it at any time/,
  },
  complaint: both(/Datatilsynet|Integritetsskyddsmyndigheten/),
};

function both(pattern: RegExp): Expected {
  return { nb: pattern, sv: pattern, en: pattern };
}

export const requiredItems = Object.keys(required);

/** What the page lacks of what GDPR Art. 13 and 14 want told: a sentence for each item, none if all is there. */
export function lacking(html: string, language: "nb" | "sv" | "en"): string[] {
  return Object.entries(required).flatMap(([item, expected]) => {
    const places = placesOf(html, item);
    if (places.length === 0) return [`${item} stands nowhere.`];
    return places
      .filter((place) => !expected[language].test(place))
      .map((place) => `${item} is not told by “${place.slice(0, 80)}”.`);
  });
}
