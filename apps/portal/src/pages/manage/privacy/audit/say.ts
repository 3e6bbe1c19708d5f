import type { Texts } from "#texts/en.ts";

type Words = Texts["audit"];
type Named = Readonly<Record<string, unknown>>;
const own = <W extends Named>(words: W, name: string): W[keyof W] | undefined =>
  Object.hasOwn(words, name) ? (words[name] as W[keyof W]) : undefined;

/**
 * What was done, from the operation's name: `access.addDoor` is "added" and "a door".
 * @returns undefined for an operation that has no words, such as a job's: its purpose says it
 */
export function sayAct({ acts, verbs, things }: Words, action: string): string | undefined {
  const name = action.slice(action.indexOf(".") + 1);
  const known = own(acts, name);
  if (known) return known;
  const [, verb = "", rest = ""] = /^([a-z]+)([A-Z]\w*)$/.exec(name) ?? [];
  const thing = own(things, `${rest.slice(0, 1).toLowerCase()}${rest.slice(1)}`);
  return thing && own(verbs, verb)?.(thing);
}

type Entry = {
  readonly action: string;
  readonly by: keyof Words["roles"];
  readonly who?: string | undefined;
  readonly about?: string | undefined;
  readonly purpose: string;
};

/** As the first word of a sentence. */
export const begin = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** An entry as a sentence: who did what, and whom it was about. */
export function sayEntry(words: Words, { action, by, who, about, purpose }: Entry): string {
  const actor = who ? words.named(who, words.roles[by]) : words.somebody[by];
  const did = sayAct(words, action) ?? words.otherwise(purpose);
  const sentence = `${begin(actor)} ${did}.`;
  return about ? `${sentence} ${words.about(about)}` : sentence;
}
