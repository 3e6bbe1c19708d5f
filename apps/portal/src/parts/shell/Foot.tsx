import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useSpeech } from "#language/context.ts";
import { useAnswer, useChoices } from "../choices/use-choices.ts";
import { useCounting } from "../choices/use-counting.ts";
import { NoticeLinks, noticeAddress } from "./NoticeLinks.tsx";
import type { NoticeOf } from "./NoticeLinks.tsx";
import styles from "../choices/Choices.module.css";

/** At the end of every page: whose notice it stands under, what this device allows, and the way to change that. */
export function Foot({ organisations }: { organisations?: readonly NoticeOf[] }) {
  const { language, texts } = useSpeech();
  const { choices, support } = texts;
  const { data } = useChoices();
  const { answer, isPending } = useAnswer("foot");
  useCounting(data);
  const allowed = data?.signal ? undefined : data?.asked.find((each) => each.answer === "yes");
  return (
    <footer className={styles.foot}>
      {allowed && (
        <span>
          {choices.counted}{" "}
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={isPending}
            onClick={() => answer(allowed, false)}
          >
            {choices.stop}
          </Button>
        </span>
      )}
      <NoticeLinks {...(organisations ? { organisations } : {})} />
      {/* A21: whoever is signed in asks in a case, everybody else by e-mail or telephone. */}
      {organisations ? (
        <Link to="/support">{support.title}</Link>
      ) : (
        <a href={`${noticeAddress(language)}#contact`}>{support.title}</a>
      )}
      <Link to="/choices">{choices.foot}</Link>
    </footer>
  );
}
