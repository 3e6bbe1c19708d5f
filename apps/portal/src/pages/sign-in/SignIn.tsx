import { Alert, Title } from "@mantine/core";
import { signInOptions } from "@terskel/identity/api/sign-in";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { read } from "#queries.ts";
import { safeReturn } from "#return-to.ts";
import { CodeEntry } from "./CodeEntry.tsx";
import { DemoCard } from "./DemoCard.tsx";
import { EidButton } from "./EidButton.tsx";
import { EmailRequest } from "./EmailRequest.tsx";
import { OtherWays } from "./OtherWays.tsx";
import styles from "./SignIn.module.css";
import { SmsRequest } from "./SmsRequest.tsx";
import { useSignedIn } from "./use-signed-in.ts";
import type { SentCode, Way } from "./ways.ts";

const route = getRouteApi("/public/sign-in");

/** Sign-in: the eID first and big, the other ways one tap away. */
export function SignIn() {
  const { privacy, signIn } = useTexts();
  const problems: Readonly<Record<string, string>> = signIn.problems;
  const { returnTo, problem, way: asked, email, phone, organisationNumber } = route.useSearch();
  // The fragment belongs to the place to return to: an invitation's token never stands in a query.
  const hash = useLocation({ select: (location) => location.hash });
  const place = safeReturn(returnTo && hash ? `${returnTo}#${hash}` : returnTo);
  const [way, setWay] = useState<Way | undefined>(asked);
  const [sent, setSent] = useState<SentCode>();
  const options = useQuery({ ...read(signInOptions, {}), staleTime: Infinity });
  const signedIn = useSignedIn(place);
  useEffect(() => {
    document.title = `${signIn.title} · Terskel`;
  }, [signIn]);

  function back() {
    setSent(undefined);
    setWay(undefined);
  }

  return (
    <div className={styles.page}>
      <section className={styles.card}>
        <header>
          <Title order={1} className={styles.title}>
            {signIn.title}
          </Title>
          <p className={styles.lead}>{place === "/" ? signIn.lead : signIn.returning}</p>
        </header>
        {problem && (
          <Alert role="alert" className="note" data-tone="bad">
            {problems[problem] ?? signIn.failed}
          </Alert>
        )}
        {options.error && <ErrorNote error={options.error} retry={() => void options.refetch()} />}
        {sent ? (
          <CodeEntry
            key={sent.code}
            sent={sent}
            onAgain={setSent}
            onBack={back}
            onDone={signedIn}
          />
        ) : way === "email" ? (
          <EmailRequest email={email} onSent={setSent} onBack={back} />
        ) : way === "sms" ? (
          <SmsRequest
            phone={phone}
            organisationNumber={organisationNumber}
            onSent={setSent}
            onBack={back}
          />
        ) : (
          <>
            <EidButton name={options.data?.eidName} returnTo={place} />
            <OtherWays options={options.data} onWay={setWay} onDone={signedIn} />
          </>
        )}
      </section>
      <p className={styles.hint}>
        <Link to="/privacy/request">{privacy.others.link}</Link>
      </p>
      {options.data?.demo && <DemoCard />}
    </div>
  );
}
