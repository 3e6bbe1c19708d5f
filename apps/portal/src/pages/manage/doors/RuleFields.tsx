import { Checkbox, Select } from "@mantine/core";
import { airlocks, areas } from "@terskel/access/api/areas";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

/** What a door asks besides an access. */
export type Rules = {
  readerInside: boolean;
  twoPeople: boolean;
  stepUp: boolean;
  area: string | null;
  airlock: string | null;
};

export const rulesOf = (door: Door | undefined): Rules => ({
  readerInside: door?.readerInside ?? false,
  twoPeople: door?.twoPeople ?? false,
  stepUp: door?.stepUp ?? false,
  area: door?.area?.id ?? null,
  airlock: door?.airlock?.id ?? null,
});

type Bound = {
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
};
type Props = {
  organisation: string;
  bind: (name: "area" | "airlock") => Bound;
  tick: (name: "readerInside" | "twoPeople" | "stepUp") => object;
};

/** Areas and airlocks are not asked for where there are none. */
export function RuleFields({ organisation, bind, tick }: Props) {
  const { areas: texts, giving } = useTexts();
  const params = { organisation };
  const ofAreas = useQuery(all(areas, { params })).data ?? [];
  const ofAirlocks = useQuery(all(airlocks, { params })).data ?? [];
  const clearable = { clearable: true, clearButtonProps: { "aria-label": giving.clear } };
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Checkbox
        label={texts.readerInside}
        description={texts.readerInsideHint}
        {...tick("readerInside")}
      />
      <Checkbox label={texts.twoPeople} description={texts.twoPeopleHint} {...tick("twoPeople")} />
      <Checkbox label={texts.stepUp} description={texts.stepUpHint} {...tick("stepUp")} />
      {ofAreas.length > 0 && (
        <Select
          label={texts.area}
          description={texts.areaHint}
          placeholder={texts.noArea}
          data={named(ofAreas)}
          {...clearable}
          {...bind("area")}
        />
      )}
      {ofAirlocks.length > 0 && (
        <Select
          label={texts.airlock}
          description={texts.airlockHint}
          placeholder={texts.noAirlock}
          data={named(ofAirlocks)}
          {...clearable}
          {...bind("airlock")}
        />
      )}
    </>
  );
}
