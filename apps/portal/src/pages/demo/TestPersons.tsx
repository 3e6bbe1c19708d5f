import { Button, Skeleton, Title } from "@mantine/core";
import { testPersons } from "@terskel/identity/api/demo";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSpeech } from "#language/context.ts";
import { usePhone } from "#language/use-phone.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { read } from "#queries.ts";
import { useEid } from "../sign-in/use-eid.ts";
import styles from "./Demo.module.css";

export function TestPersons() {
  const { language, texts } = useSpeech();
  const { demo, shell } = texts;
  const phoneOf = usePhone();
  const query = useQuery(read(testPersons, {}));
  const { start, busy, error } = useEid();
  return (
    <section aria-labelledby="persons">
      <Title order={2} id="persons" className={styles.heading}>
        {demo.persons}
      </Title>
      {error && <ErrorNote error={error} />}
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && (
        <div role="status" aria-label={shell.loading}>
          <Skeleton height={120} radius="lg" />
        </div>
      )}
      <ul className={styles.persons}>
        {query.data?.items.map(({ key, name, about, email, phone, organisationNumber }) => (
          <li key={key} className={styles.person}>
            <div>
              <p className={styles.name}>{name}</p>
              <p className={styles.about}>{about[language]}</p>
            </div>
            <Button
              variant="light"
              disabled={busy}
              onClick={() => start({ testPerson: key, returnTo: "/" })}
            >
              {demo.signInAs(name)}
            </Button>
            {email && (
              <Link to="/sign-in" search={{ way: "email", email }}>
                {demo.byEmail(email)}
              </Link>
            )}
            {phone && organisationNumber && (
              <Link to="/sign-in" search={{ way: "sms", phone, organisationNumber }}>
                {demo.bySms(phoneOf(phone), organisationNumber)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
