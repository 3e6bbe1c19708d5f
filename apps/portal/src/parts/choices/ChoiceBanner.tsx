import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useSpeech } from "#language/context.ts";
import { ErrorNote } from "../ErrorNote.tsx";
import styles from "./Choices.module.css";
import { useAnswer, useChoices } from "./use-choices.ts";

/**
 * Asks once, in the page and not over it: whoever is at a door is not kept from it. Both answers are one tap and
 * look alike; until one is given nothing happens.
 */
export function ChoiceBanner() {
  const { language, texts } = useSpeech();
  const { data } = useChoices();
  const { answer, isPending, error } = useAnswer("banner");
  const id = useId();
  const question = data?.signal ? undefined : data?.asked.find((each) => !each.answer);
  if (!question) return null;
  return (
    <section className={styles.banner} aria-labelledby={id} data-on-screen>
      <h2 id={id} className={styles.title}>
        {texts.choices.banner}
      </h2>
      <p className={styles.words}>
        {question.wording[language]} <Link to="/choices">{texts.choices.more}</Link>
      </p>
      {error && <ErrorNote error={error} />}
      <div className={styles.answers}>
        <Button variant="default" disabled={isPending} onClick={() => answer(question, false)}>
          {texts.choices.no}
        </Button>
        <Button variant="default" disabled={isPending} onClick={() => answer(question, true)}>
          {texts.choices.yes}
        </Button>
      </div>
    </section>
  );
}
