import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

type Event = {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly file?: string;
    readonly skip?: string | boolean;
    readonly todo?: string | boolean;
    readonly details?: { readonly type?: string };
  };
};

const root = fileURLToPath(new URL("..", import.meta.url));
const promises = /^tests\/promises\/[^/]+\.test\.ts$/;

/**
 * A reporter for node's test runner: one line of JSON for each test and suite of tests/promises that
 * ended, `[file, "passed" | "other"]`. What is skipped or left for later shows nothing.
 */
export default async function* promiseReporter(source: AsyncIterable<Event>) {
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name = "", file = "", skip, todo, details } = data;
    // A file that runs with others is a suite of its name; one that crashes fails under it.
    const inProject = relative(root, file).split(sep).join("/");
    const its = [name.split(sep).join("/"), inProject].find((each) => promises.test(each));
    if (!its) continue;
    const passed = type === "test:pass" && skip === undefined && todo === undefined;
    if (passed && details?.type === "suite") continue;
    yield `${JSON.stringify([its, passed ? "passed" : "other"])}\n`;
  }
}
