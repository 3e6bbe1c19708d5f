import { Button } from "@mantine/core";
import { useState } from "react";
import { useSpeech, useTexts } from "#language/context.ts";
import { Tag } from "#parts/Tag.tsx";
import { ObjectModal } from "./ObjectModal.tsx";
import type { PlaceData } from "./Place.tsx";
import styles from "./Privacy.module.css";

type Activity = PlaceData["activities"][number];

/** Why what is stored is used, on what ground; what rests on legitimate interest can be objected to. */
export function Purposes({ place }: { place: PlaceData }) {
  const { privacy } = useTexts();
  const { language } = useSpeech();
  const [objecting, setObjecting] = useState<Activity>();
  return (
    <>
      <ul className={styles.rows}>
        {place.activities.map((activity) => (
          <li key={activity.id}>
            <div className={styles.words}>
              {activity.purpose[language]}
              <span className={styles.hint}>
                {privacy.bases[activity.basis]}
                {activity.interest && `: ${activity.interest[language]}`}
              </span>
            </div>
            {activity.objected ? (
              <Tag tone="warn">{privacy.objected}</Tag>
            ) : (
              activity.canObject && (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={privacy.objectTo(activity.purpose[language])}
                  onClick={() => setObjecting(activity)}
                >
                  {privacy.object}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {objecting && (
        <ObjectModal
          organisation={place.organisation?.id}
          to={objecting.id}
          what={objecting.purpose[language]}
          onClose={() => setObjecting(undefined)}
        />
      )}
    </>
  );
}
