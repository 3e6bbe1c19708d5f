import {
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from "@mantine/core";
import { theme } from "./theme.ts";

/** What Mantine's defaults get wrong for us: text and borders below WCAG 2.2 AA contrast. */
const ours = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-faint)",
  "--mantine-color-error": "var(--bad-ink)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-hover)",
  "--mantine-color-default-border": "var(--field-line)",
  "--mantine-color-anchor": "var(--link)",
};

/** Light buttons on dark ground: lifted, not sunken. */
const inDark = {
  "--mantine-color-pine-light": "#23392f",
  "--mantine-color-pine-light-hover": "#2b473b",
  "--mantine-color-pine-light-color": "#b6dccd",
};

/**
 * The theme's CSS variables as a constructed style sheet. Mantine would write them into a <style>
 * element, for which the CSP would need a nonce; a constructed sheet needs none (CSP 3 § 8.1).
 */
export function adoptTheme(): void {
  const defaults = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables(
      {
        variables: defaults.variables,
        light: { ...defaults.light, ...ours },
        dark: { ...defaults.dark, ...ours, ...inDark },
      },
      ":root",
    ),
  );
  document.adoptedStyleSheets.push(sheet);
}
