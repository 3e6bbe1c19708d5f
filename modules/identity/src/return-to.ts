/**
 * The absolute address to send the browser to after signing in. Only within this installation:
 * a path is resolved as a browser would, and what leads elsewhere leads home (open redirect).
 * Absolute, because `/.//evil.example` has a path that, sent by itself, would name another host.
 */
export function returnAddress(returnTo: string | undefined, publicUrl: URL): string {
  const home = new URL("/", publicUrl);
  const address = URL.parse(returnTo ?? "/", home);
  return address !== null && address.origin === home.origin ? address.href : home.href;
}

/** Where whoever is signed in still was when they asked the eID for more, with the reason why it came to nothing. */
export function stayAddress(problem: string, returnTo: string | undefined, publicUrl: URL) {
  const address = new URL(returnAddress(returnTo, publicUrl));
  address.searchParams.set("problem", problem);
  return address.href;
}

/**
 * The sign-in page with the reason why nobody was signed in. It still knows where to go on to, and the
 * fragment stays a fragment: an invitation's token stands in it, and a query would be sent and logged.
 */
export function signInAddress(problem: string, returnTo: string | undefined, publicUrl: URL) {
  const address = new URL("/sign-in", publicUrl);
  address.searchParams.set("problem", problem);
  const place = new URL(returnAddress(returnTo, publicUrl));
  if (place.pathname === "/" && place.search === "") return address.href;
  address.searchParams.set("returnTo", place.pathname + place.search);
  address.hash = place.hash;
  return address.href;
}
