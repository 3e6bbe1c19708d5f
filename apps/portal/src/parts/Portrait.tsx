import { Avatar } from "@mantine/core";
import { getPicture } from "@terskel/identity/api/me";
import { addressOf } from "../address.ts";
import type { Me } from "../me.ts";
import styles from "./Portrait.module.css";

type Props = {
  person: Pick<Me, "name" | "hasPicture" | "pictureVersion">;
  /** CSS pixels. */
  size: number;
  /** Only where the picture itself is the matter; elsewhere the name stands beside it. */
  alt?: string;
};

/** The person's picture, else their initials. */
export function Portrait({ person, size, alt = "" }: Props) {
  const initials = person.name
    .split(/\s+/)
    .filter((_, index, parts) => index === 0 || index === parts.length - 1)
    .map((part) => part.charAt(0))
    .join("");
  return (
    <Avatar
      key={person.pictureVersion}
      size={size}
      radius="100%"
      alt={alt}
      variant="filled"
      color="pine"
      src={person.hasPicture ? addressOf(getPicture, {}, { v: person.pictureVersion }) : null}
    >
      <span className={styles.initials} data-initials={initials.toLocaleUpperCase()} />
    </Avatar>
  );
}
