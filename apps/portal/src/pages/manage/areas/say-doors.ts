import type { en } from "#texts/en.ts";

export const sayDoors = (texts: typeof en.areas, doors: readonly { name: string }[]): string =>
  doors.map(({ name }) => name).join(", ") || texts.noDoors;
