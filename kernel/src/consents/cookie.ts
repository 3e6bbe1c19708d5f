import { z } from "zod";

/** The cookie that remembers what this device answered. */
export const choicesCookie = "terskel_choices";
/** Then it is asked again. */
export const rememberedSeconds = 365 * 24 * 60 * 60;

/**
 * What a device answered, by the version of the words it read. A no alone stands nowhere else; whoever ever said yes
 * has a random number, under which the ledger can show it.
 */
export type Choices = {
  readonly device: string | undefined;
  readonly answers: ReadonlyMap<string, boolean>;
};

const none = "-";
const versionShape = /^[0-9a-f]{12}$/;

export const toCookie = ({ device, answers }: Choices): string =>
  [
    device ?? none,
    ...[...answers].map(([version, yes]) => `${version}.${yes ? "yes" : "no"}`),
  ].join("~");

/** What is not one of ours says nothing. */
export function fromCookie(value: string | undefined): Choices {
  const [id, ...pairs] = (value ?? "").split("~");
  const answers = pairs
    .map((pair) => pair.split("."))
    .filter(([version = "", answer]) => versionShape.test(version) && isAnswer(answer))
    .map(([version = "", answer]) => [version, answer === "yes"] as const);
  return { device: z.uuid().safeParse(id).data, answers: new Map(answers) };
}

const isAnswer = (answer: string | undefined) => answer === "yes" || answer === "no";
