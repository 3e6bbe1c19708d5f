import type { Act } from "@terskel/platform/acting";
import { fieldsOf } from "@terskel/platform/columns";
import type { Contract } from "@terskel/platform/contract";
import type { Processing } from "../declare.ts";

/**
 * Does somebody read here what is stored about others? A call does that shows personal data of one thing that its
 * path names (a person, a request, a door's log), or of a person that its query names, to somebody of the organisation
 * or the operator. What a person reads of their own, and lists in which nobody is looked up, is not told of; nor is a list's next page.
 */
export function createReads(processings: readonly Processing[]) {
  const personal = new Set(
    processings
      .flatMap((p) => p.tables)
      .filter((table) => "subjects" in table)
      .flatMap(({ table, columns }) =>
        Object.entries(columns).flatMap(([name, [label]]) =>
          label === "technical" ? [] : [`${table}.${name}`],
        ),
      ),
  );
  const known = new Map<string, boolean>();

  function looks(contract: Contract, somebody: boolean): boolean {
    const { method, who, path, looksUp } = contract;
    if (looksUp) return true;
    if (method !== "GET" || who === "anyone" || who === "person") return false;
    // A member's own, at one of their organisations.
    if (path.includes("/me/")) return false;
    const named = path.split("/:").length - 1;
    if (named < 2 && !contract.file && !somebody) return false;
    const shows = contract.response ?? contract.file?.shows ?? contract.raw?.shows;
    return (shows ? fieldsOf(shows) : []).some(
      ({ shown }) => shown?.everyColumn || shown?.columns.some((column) => personal.has(column)),
    );
  }

  return ({ call, aboutMember }: Act): boolean => {
    if (!call || call.isMore) return false;
    const somebody = aboutMember !== undefined;
    const key = `${call.contract.id} ${somebody}`;
    const answer = known.get(key) ?? looks(call.contract, somebody);
    known.set(key, answer);
    return answer;
  };
}
