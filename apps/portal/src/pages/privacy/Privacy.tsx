import { Button, Group, Skeleton } from "@mantine/core";
import { myData } from "@terskel/kernel/api/my-data";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { Disclosures } from "./Disclosures.tsx";
import { Openings } from "./Openings.tsx";
import { Place } from "./Place.tsx";
import styles from "./Privacy.module.css";
import { Requests } from "./Requests.tsx";

/** My data and rights: what is stored, why and how long, and each right one step away. */
export function Privacy() {
  const { handover, privacy, promises, shell } = useTexts();
  const query = useQuery(read(myData, {}));
  const data = query.data;
  return (
    <Page title={privacy.title} lead={privacy.lead}>
      <Requests />
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {!data && !query.error && (
        <Skeleton height={280} radius="lg" role="status" aria-label={shell.loading} />
      )}
      {data?.places.map((place) => (
        <Place
          key={place.organisation?.id ?? "account"}
          place={place}
          alone={data.places.length <= 2}
          fresh={data.freshSignIn}
        />
      ))}
      <Disclosures />
      <Openings />
      <Panel title={handover.title} lead={handover.lead}>
        <Group gap="xs">
          <Button component={Link} to="/privacy/take-along" variant="default">
            {handover.along.go}
          </Button>
          <Button component={Link} to="/privacy/bring" variant="default">
            {handover.bring.go}
          </Button>
        </Group>
      </Panel>
      {data && (
        <p className={styles.text}>
          {data.anyConsent ? privacy.someConsent : privacy.noConsent}{" "}
          <Link to="/profile">{privacy.toProfile}</Link>
        </p>
      )}
      <p className={styles.text}>
        <Link to="/promises">{promises.link}</Link>
      </p>
    </Page>
  );
}
