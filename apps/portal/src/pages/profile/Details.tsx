import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { useMe } from "#me.ts";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { ContactModal } from "./ContactModal.tsx";
import { LanguageField } from "./LanguageField.tsx";
import { NameModal } from "./NameModal.tsx";
import styles from "./Profile.module.css";

/** The person's own details, each with the way to put it right. */
export function Details() {
  const { profile } = useTexts();
  const formats = useFormats();
  const phoneOf = usePhone();
  const person = useMe();
  const [correcting, setCorrecting] = useState<"name" | "email" | "sms">();
  const close = () => setCorrecting(undefined);
  const confirmed = (is: boolean) => (
    <Tag tone={is ? "good" : "warn"}>{is ? profile.verified : profile.unverified}</Tag>
  );
  return (
    <Panel title={profile.details}>
      <dl className={styles.details}>
        <div>
          <dt>{profile.name}</dt>
          <dd>
            <span>{person.name}</span>
            {person.eidConnected ? (
              <span className={styles.hint}>{profile.nameFromEid}</span>
            ) : (
              <Button variant="light" size="sm" onClick={() => setCorrecting("name")}>
                {profile.correctName}
              </Button>
            )}
          </dd>
        </div>
        {person.dateOfBirth && (
          <div>
            <dt>{profile.dateOfBirth}</dt>
            <dd>{formats.date(person.dateOfBirth)}</dd>
          </div>
        )}
        <div>
          <dt>{profile.email}</dt>
          <dd>
            <span>
              {person.email ?? profile.none} {person.email && confirmed(person.emailVerified)}
            </span>
            <Button variant="light" size="sm" onClick={() => setCorrecting("email")}>
              {profile.changeEmail}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{profile.phone}</dt>
          <dd>
            <span>
              {person.phone ? phoneOf(person.phone) : profile.none}{" "}
              {person.phone && confirmed(person.phoneVerified)}
            </span>
            <Button variant="light" size="sm" onClick={() => setCorrecting("sms")}>
              {profile.changePhone}
            </Button>
          </dd>
        </div>
        <div>
          <dt id="language-label">{profile.language}</dt>
          <dd>
            <LanguageField labelledBy="language-label" />
            <span className={styles.hint}>{profile.languageHint}</span>
          </dd>
        </div>
      </dl>
      {correcting === "name" && <NameModal name={person.name} onClose={close} />}
      {(correcting === "email" || correcting === "sms") && (
        <ContactModal channel={correcting} onClose={close} />
      )}
    </Panel>
  );
}
