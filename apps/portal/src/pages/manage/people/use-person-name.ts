import { useLocation } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";

/** The name by which one came to a person's page; whoever typed its address has not seen one yet. */
export function usePersonName(): string {
  const { people: texts } = useTexts();
  return useLocation().state.personName ?? texts.person;
}
