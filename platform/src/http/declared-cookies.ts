import { ServerResponse } from "node:http";
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders } from "node:http";
import type { Log } from "../log.ts";
import { declaredName } from "./cookies.ts";

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * The answers of a server that sets no cookie but the declared ones, whichever library would: an undeclared one
 * is left out, and the log says so once for each name.
 * @param declared names without the `__Host-` prefix
 */
export function onlyDeclaredCookies(declared: ReadonlySet<string>, log: Log) {
  const told = new Set<string>();
  const allowed = (line: string): boolean => {
    const name = declaredName(line.slice(0, line.indexOf("=")).trim());
    if (declared.has(name)) return true;
    if (told.size < 100 && !told.has(name)) {
      told.add(name);
      log.error({ cookie: name }, "left out: a cookie that nobody declares");
    }
    return false;
  };
  const filter = (value: OutgoingHttpHeader | undefined): string[] =>
    [value ?? []].flat().map(String).filter(allowed);
  const isSetCookie = (name: unknown) => String(name).toLowerCase() === "set-cookie";

  /** As they are given to `writeHead`: by name, or name and value in turn. */
  function cleaned(headers: Headers): Headers {
    if (!Array.isArray(headers)) {
      return Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => {
          if (!isSetCookie(name)) return [[name, value]];
          const left = filter(value);
          return left.length > 0 ? [[name, left]] : [];
        }),
      );
    }
    const pairs = Array.from({ length: headers.length / 2 }, (_, n) =>
      headers.slice(2 * n, 2 * n + 2),
    );
    return pairs.flatMap(([name = "", value]) => {
      if (!isSetCookie(name)) return [name, value ?? ""];
      return filter(value).flatMap((each) => [name, each]);
    });
  }

  return class<Request extends IncomingMessage> extends ServerResponse<Request> {
    override writeHead(status: number, ...rest: unknown[]): this {
      const set = this.getHeader("set-cookie");
      if (set !== undefined) {
        const left = filter(set);
        if (left.length > 0) this.setHeader("set-cookie", left);
        else this.removeHeader("set-cookie");
      }
      const given = rest.map((each) =>
        typeof each === "object" && each !== null ? cleaned(each as Headers) : each,
      );
      return super.writeHead(status, ...(given as [string, OutgoingHttpHeaders]));
    }
  };
}
