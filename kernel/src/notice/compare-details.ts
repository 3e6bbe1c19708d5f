import type { Text } from "@terskel/platform/i18n";
import { groupPhone } from "@terskel/platform/phone";
import type { NoticeFacts, Party } from "./shape.ts";

/** What an organisation gives of itself beside the declarations: how it is reached, and its own words. */
type Given = Readonly<Record<string, Text>>;
type Sides = { readonly before?: Text; readonly after?: Text };

const plainly = (said: string): Text => ({ nb: said, sv: said, en: said });

function partyGiven(role: string, party: Party | undefined): [string, Text][] {
  if (!party) return [];
  const { name, number, country, address, email, phone, privacy } = party;
  const said = {
    name,
    number,
    country,
    address,
    email,
    phone: phone && groupPhone(phone),
    contact: privacy.contact,
    privacyEmail: privacy.email,
    privacyPhone: privacy.phone && groupPhone(privacy.phone),
  };
  return Object.entries(said).flatMap(([field, value]): [string, Text][] =>
    value ? [[`${role}.${field}`, plainly(value)]] : [],
  );
}

const contacts = ({ controller, processor }: NoticeFacts): Given =>
  Object.fromEntries([
    ...partyGiven("controller", controller),
    ...partyGiven("processor", processor),
  ]);

const ownWords = ({ words }: NoticeFacts): Given =>
  Object.fromEntries(Object.entries(words).flatMap(([at, said]) => (said ? [[at, said]] : [])));

/** What one side says of it and the other does not, or says otherwise, in one line. */
function onlyIn(one: Given, other: Given): Text | undefined {
  const differ = Object.entries(one)
    .filter(([at, said]) => JSON.stringify(said) !== JSON.stringify(other[at]))
    .map(([, said]) => said);
  if (differ.length === 0) return undefined;
  const line = (language: keyof Text) => differ.map((said) => said[language]).join(", ");
  return { nb: line("nb"), sv: line("sv"), en: line("en") };
}

/** What differs, as each side has it; undefined when nothing does. */
function sidesOf(was: Given, is: Given): Sides | undefined {
  const [before, after] = [onlyIn(was, is), onlyIn(is, was)];
  if (!before && !after) return undefined;
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

export const contactSides = (before: NoticeFacts, after: NoticeFacts): Sides | undefined =>
  sidesOf(contacts(before), contacts(after));

export const wordSides = (before: NoticeFacts, after: NoticeFacts): Sides | undefined =>
  sidesOf(ownWords(before), ownWords(after));
