import type { Contender } from "../measure.ts";

/** Asks every contender the same questions. Throws at the first that is not answered alike. Returns how many were allowed. */
export async function sameAnswers(
  contenders: readonly Contender[],
  count: number,
): Promise<number> {
  let allowed = 0;
  for (let question = 0; question < count; question += 1) {
    const answers = await Promise.all(contenders.map(async (each) => each.answer(question)));
    if (new Set(answers).size !== 1) {
      const said = contenders.map((each, index) => `${each.name}: ${answers[index]}`).join(", ");
      throw new Error(`question ${question} is answered differently: ${said}`);
    }
    if (answers[0]) allowed += 1;
  }
  return allowed;
}
