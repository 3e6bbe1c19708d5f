import { readdirSync } from "node:fs";
import { present, type Bench } from "./result.ts";

const folder = new URL("./benches/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => file.slice(0, -".ts".length));

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const load = async (name: string): Promise<Bench> => import(new URL(`${name}.ts`, folder).href);

const name = process.argv[2] ?? "";
if (names.includes(name)) {
  process.stdout.write(present(name, await (await load(name)).run(say)));
} else {
  say(name === "" ? "Which benchmark? npm run bench -- NAME" : `There is no benchmark "${name}".`);
  for (const each of names) say(`  ${each.padEnd(12)} ${(await load(each)).about}`);
  process.exitCode = 1;
}
