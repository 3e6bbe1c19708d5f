/** A place inside this portal, or the front page: never another site (no `//host`, no `/\host`). */
export function safeReturn(place: string | undefined): string {
  return place && /^\/(?![/\\])/.test(place) && place.length <= 400 ? place : "/";
}
