import { Avatar } from "@mantine/core";
import { getPicture } from "@terskel/identity/api/me";
import { addressOf } from "../address.ts";
import type { Me } from "../me.ts";

type Props = { person: Pick<Me, "name" | "hasPicture" | "pictureVersion">; size: number };

/** The person's picture, else their initials. Decoration: the name stands beside it. */
export function Portrait({ person, size }: Props) {
  const initials = person.name
    .split(/\s+/)
    .filter((_, index, parts) => index === 0 || index === parts.length - 1)
    .map((part) => part.charAt(0))
    .join("");
  return (
    <Avatar
      size={size}
      radius="xl"
      alt=""
      imageProps={{ alt: "" }}
      variant="filled"
      color="pine"
      key={person.pictureVersion}
      src={person.hasPicture ? `${addressOf(getPicture)}#${person.pictureVersion ?? ""}` : null}
    >
      <span aria-hidden>{initials.toLocaleUpperCase()}</span>
    </Avatar>
  );
}
