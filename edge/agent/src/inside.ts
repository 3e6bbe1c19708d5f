import type { DatabaseSync } from "node:sqlite";
import { codeOf, type Log } from "./log.ts";

/** Who is inside which area. An area and a person by their ids, times in milliseconds since 1970 UTC. */
export type Inside = {
  /** Since when; undefined: not as far as is known. */
  readonly since: (area: string, person: string) => number | undefined;
  readonly entered: (area: string, person: string, atMs: number) => void;
  readonly left: (area: string, person: string) => void;
  readonly clear: (area: string) => void;
  /** Forgets whom the rule no longer keeps. */
  readonly keepOnly: (isKept: (area: string, person: string, atMs: number) => boolean) => void;
  /** Has this reset been obeyed before? It has from now on. */
  readonly obeys: (reset: string) => boolean;
  /** Forgets resets that are not told of any more. */
  readonly keepResets: (told: ReadonlySet<string>) => void;
};

/**
 * Remembers, also across a restart. A disk that takes nothing lets nobody in twice and keeps nobody out; then it is remembered until the
 * restart.
 */
export function createInside(db: DatabaseSync, log: Log): Inside {
  const areas = new Map<string, Map<string, number>>();
  const resets = new Set<string>();
  const attempt = (problem: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      log("error", problem, { problem: codeOf(error) });
    }
  };
  const save = (sql: string, ...values: (string | number)[]): void =>
    attempt("inside-not-saved", () => void db.prepare(sql).run(...values));
  const set = (area: string, person: string, atMs: number): void => {
    const people = areas.get(area);
    if (people) people.set(person, atMs);
    else areas.set(area, new Map([[person, atMs]]));
  };

  attempt("inside-not-read", () => {
    for (const row of db.prepare("SELECT area, person, at_ms FROM inside").all())
      set(String(row["area"]), String(row["person"]), Number(row["at_ms"]));
    for (const row of db.prepare("SELECT id FROM area_reset").all()) resets.add(String(row["id"]));
  });

  const left = (area: string, person: string): void => {
    if (areas.get(area)?.delete(person))
      save("DELETE FROM inside WHERE area = ? AND person = ?", area, person);
  };
  return {
    since: (area, person) => areas.get(area)?.get(person),
    entered(area, person, atMs) {
      set(area, person, atMs);
      save(
        `INSERT INTO inside (area, person, at_ms) VALUES (?, ?, ?)
         ON CONFLICT (area, person) DO UPDATE SET at_ms = excluded.at_ms`,
        area,
        person,
        atMs,
      );
    },
    left,
    clear(area) {
      if (areas.delete(area)) save("DELETE FROM inside WHERE area = ?", area);
    },
    keepOnly(isKept) {
      for (const [area, people] of areas)
        for (const [person, atMs] of people) if (!isKept(area, person, atMs)) left(area, person);
    },
    obeys(reset) {
      if (resets.has(reset)) return true;
      resets.add(reset);
      save("INSERT INTO area_reset (id) VALUES (?) ON CONFLICT DO NOTHING", reset);
      return false;
    },
    keepResets(told) {
      for (const reset of resets) {
        if (told.has(reset)) continue;
        resets.delete(reset);
        save("DELETE FROM area_reset WHERE id = ?", reset);
      }
    },
  };
}
