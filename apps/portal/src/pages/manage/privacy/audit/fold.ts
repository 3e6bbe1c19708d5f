type Entry = {
  readonly by: string;
  readonly who?: string | undefined;
  readonly action: string;
  readonly about?: string | undefined;
  readonly outcome: string;
};

/** What one job did to many, one after the other, is read as one line, with how often: the newest stands for all. */
export function fold<E extends Entry>(entries: readonly E[]): (E & { readonly times: number })[] {
  const folded: (E & { times: number })[] = [];
  const same = (a: Entry, b: Entry) =>
    a.by === "job" &&
    [a.by, a.who, a.action, a.about, a.outcome].join("\n") ===
      [b.by, b.who, b.action, b.about, b.outcome].join("\n");
  for (const entry of entries) {
    const last = folded.at(-1);
    if (last && same(last, entry)) last.times += 1;
    else folded.push({ ...entry, times: 1 });
  }
  return folded;
}
