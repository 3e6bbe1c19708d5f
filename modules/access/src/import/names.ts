import type { Named } from "./state.ts";
import { key } from "./text.ts";

/** A file full of unknown names compares this many of them with what there is. */
const maxSuggestions = 50;

/** Finds by name: exactly, else apart from case. */
export type Names = {
  /** Ids: none, the one, or several that differ in case only. */
  find(name: string): readonly string[];
  /** The name that is most like this one, if one is much like it. */
  nearest(name: string): string | undefined;
  add(id: string, name: string): void;
};

export function namesOf(all: readonly Named[]): Names {
  const exact = new Map<string, string>();
  const alike = new Map<string, string[]>();
  let asked = 0;
  const add = (id: string, name: string) => {
    exact.set(name, id);
    alike.set(key(name), [...(alike.get(key(name)) ?? []), id]);
  };
  for (const { id, name } of all) add(id, name);
  return {
    add,
    find(name) {
      const id = exact.get(name);
      return id === undefined ? (alike.get(key(name)) ?? []) : [id];
    },
    nearest(name) {
      asked += 1;
      if (asked > maxSuggestions || name.length > 120) return undefined;
      const most = Math.max(1, Math.floor(name.length / 3));
      let best: { name: string; changes: number } | undefined;
      for (const candidate of exact.keys()) {
        if (Math.abs(candidate.length - name.length) > most) continue;
        const changes = editDistance(key(name), key(candidate));
        if (changes <= most && changes < (best?.changes ?? Infinity)) {
          best = { name: candidate, changes };
        }
      }
      return best?.name;
    },
  };
}

/** How many letters to put in, take out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const current = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      current.push(
        Math.min(
          (previous[j + 1] ?? 0) + 1,
          (current[j] ?? 0) + 1,
          (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * The names in a cell: the whole cell when that is a name there is; else what `|`, `;` or `,`
 * separates.
 */
export function namesIn(cell: string, names: Names): string[] {
  if (names.find(cell).length > 0) return [cell];
  const parts = cell
    .split(/[|;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.filter((part, at) => parts.findIndex((other) => key(other) === key(part)) === at);
}
