export { createCaller } from "./call.ts";
export { createCookies } from "./cookies.ts";
export type { FileAnswer } from "./file.ts";
export { handle } from "./input.ts";
export type { Authenticate, Handler, Input, Route, Session } from "./input.ts";
export { openApi } from "./openapi.ts";
export { parsePart } from "./parse.ts";
export { createHttp } from "./server.ts";
