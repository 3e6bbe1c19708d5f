/** A place inside this portal, or the front page: never another site (no `//host`, no `/\host`). */
export function safeReturn(place: string | undefined): string {
  return place && /^\/(?![/\\])/.test(place) && place.length <= 400 ? place : "/";
}

type Location = { readonly pathname: string; readonly searchStr: string; readonly hash: string };

/**
 * To sign-in from here, and back. The fragment stays a fragment: an invitation's token stands in it,
 * and a query would be sent and logged.
 */
export function signInFrom({ pathname, searchStr, hash }: Location) {
  const place = pathname + searchStr;
  return {
    to: "/sign-in",
    search: place === "/" ? {} : { returnTo: place },
    hash,
  } as const;
}
