import { Checkbox } from "@mantine/core";
import { useId } from "react";
import { useTexts } from "#language/context.ts";
import type { Door } from "../doors/DoorList.tsx";
import styles from "./Orders.module.css";

type Props = {
  doors: readonly Door[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error?: React.ReactNode;
};

/** Some doors, all of a site, or all there are. */
export function DoorChoice({ doors, chosen, onChange, error }: Props) {
  const { orders: texts } = useTexts();
  const faultId = useId();
  const sites = [...Map.groupBy(doors, ({ site }) => site.id).values()];
  const set = (some: readonly Door[], checked: boolean) => {
    const ids = new Set(some.map(({ id }) => id));
    const others = chosen.filter((id) => !ids.has(id));
    onChange(checked ? [...others, ...ids] : others);
  };
  const group = (label: string, some: readonly Door[]) => {
    const count = some.filter(({ id }) => chosen.includes(id)).length;
    return (
      <Checkbox
        label={label}
        checked={count === some.length}
        indeterminate={count > 0 && count < some.length}
        onChange={({ currentTarget: { checked } }) => set(some, checked)}
      />
    );
  };
  return (
    <fieldset className={styles.fieldset} aria-describedby={error ? faultId : undefined}>
      <legend className={styles.legend}>{texts.doors}</legend>
      <div className={styles.doors}>
        {sites.map((its) => (
          <div key={its[0]?.site.id} className={styles.site}>
            {its.length > 1 || sites.length > 1
              ? group(
                  sites.length > 1 ? texts.whole(its[0]?.site.name ?? "") : texts.everyDoor,
                  its,
                )
              : null}
            <div className={styles.at}>
              {its.map((door) => (
                <Checkbox
                  key={door.id}
                  label={door.name}
                  checked={chosen.includes(door.id)}
                  onChange={({ currentTarget: { checked } }) => set([door], checked)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {error && (
        <p id={faultId} role="alert" className={styles.fault}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
