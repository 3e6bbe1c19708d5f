import { spawnSync } from "node:child_process";

/** The account PostgreSQL runs as, when it is not ours; undefined: ours. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

const name = "terskel-postgres";

const id = (flag: "-u" | "-g", user: string) => {
  const answer = spawnSync("id", [flag, user], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
};

/** PostgreSQL refuses to run as root, so started by root it gets an account; made if absent. */
export function accountForRoot(): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (id("-u", name) === undefined) {
    spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  }
  const user = id("-u", name) === undefined ? "nobody" : name;
  const [uid, gid] = [id("-u", user), id("-g", user)];
  if (uid === undefined || gid === undefined) {
    throw new Error("As root, the database needs an account of its own, and none could be made.");
  }
  return { uid, gid };
}

/** Can this account enter the folder, all the way down? */
export function canEnter(account: Account, folder: string): boolean {
  if (!account) return true;
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}
