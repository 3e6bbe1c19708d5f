import { Button, Checkbox, List } from "@mantine/core";
import { advice, oneAdvice, signAdvice } from "@terskel/kernel/api/advice";
import { useState } from "react";
import { useSpeech } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Assignment } from "./OneAdvice.tsx";

/** The confidentiality declaration, before anything is seen. */
export function SignAdvice({ assignment }: { assignment: Assignment }) {
  const { language, texts } = useSpeech();
  const { advisers: words, suppliers } = texts;
  const tell = useTell();
  const [agreed, setAgreed] = useState(false);
  const sign = useSend(signAdvice, { refresh: [advice, oneAdvice] });
  const { id: adviser, declaration } = assignment;
  const { version, text } = declaration;
  return (
    <Panel title={suppliers.declaration} lead={words.mustSign}>
      <List spacing="xs">
        {text[language].split("\n").map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Checkbox
        mt="md"
        label={words.haveRead}
        checked={agreed}
        onChange={({ currentTarget: { checked } }) => setAgreed(checked)}
      />
      <Button
        mt="md"
        disabled={!agreed}
        loading={sign.isPending}
        onClick={() =>
          sign.mutate(
            { params: { adviser }, body: { version } },
            { onSuccess: () => tell.done(words.signed), onError: tell.failed },
          )
        }
      >
        {words.sign}
      </Button>
    </Panel>
  );
}
