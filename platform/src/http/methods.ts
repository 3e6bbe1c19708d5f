import type { Contract } from "./contract.ts";

/** Which methods a path of the API answers to, for RFC 9110 § 15.5.6 (405, Allow). */
export function createMethodTable() {
  const known: { readonly pattern: RegExp; readonly method: string }[] = [];
  return {
    add({ path, method }: Contract): void {
      const pattern = path
        .split("/")
        .map((part) => (part.startsWith(":") ? "[^/]+" : RegExp.escape(part)))
        .join("/");
      known.push({ pattern: new RegExp(`^${pattern}$`), method });
    },
    /** Empty: there is no such path. */
    methodsOf(url: string): string[] {
      const path = url.split("?", 1)[0] ?? "";
      const methods = known.filter((each) => each.pattern.test(path)).map((each) => each.method);
      return [...new Set(methods.flatMap((m) => (m === "GET" ? ["GET", "HEAD"] : [m])))].sort();
    },
  };
}
