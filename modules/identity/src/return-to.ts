/**
 * The absolute address to send the browser to after signing in. Only within this installation:
 * a path is resolved as a browser would, and what leads elsewhere leads home (open redirect).
 * Absolute, because `/.//evil.example` has a path that, sent by itself, would name another host.
 */
export function returnAddress(returnTo: string | null | undefined, publicUrl: URL): string {
  const home = new URL("/", publicUrl);
  const address = URL.parse(returnTo ?? "/", home);
  return address !== null && address.origin === home.origin ? address.href : home.href;
}
