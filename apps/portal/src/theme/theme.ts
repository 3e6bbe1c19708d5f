import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Spruce: the product's own colour. Shade 7 carries white text at 5:1, shade 3 stands on dark at 8:1. */
const pine: MantineColorsTuple = [
  "#eef6f2",
  "#dcebe4",
  "#b6d6c9",
  "#8cbfab",
  "#62a68d",
  "#3f8c72",
  "#2e7760",
  "#226350",
  "#1c4f40",
  "#123a2e",
];

/** Brass: handles and hinges. Accents only, never text on light ground. */
const brass: MantineColorsTuple = [
  "#fbf4e6",
  "#f4e6c8",
  "#e8cd95",
  "#dcb463",
  "#cf9d3d",
  "#b98528",
  "#97691c",
  "#7a5416",
  "#5c3f11",
  "#412c0b",
];

const gray: MantineColorsTuple = [
  "#faf8f3",
  "#f4f2ec",
  "#eae6dd",
  "#dcd7cb",
  "#c5c0b3",
  "#9c998d",
  "#73736a",
  "#595b54",
  "#3f433d",
  "#272b27",
];

const dark: MantineColorsTuple = [
  "#e6ebe8",
  "#bcc7c1",
  "#a2afa8",
  "#8b9992",
  "#46524c",
  "#323d37",
  "#222b26",
  "#19211d",
  "#131a16",
  "#0f1512",
];

/** What opens a list below itself. */
const list = {
  size: "md",
  withScrollArea: false,
  // Inside its dialog or page, so that it is part of a landmark; fixed, so that nothing cuts it off.
  comboboxProps: { withinPortal: false, floatingStrategy: "fixed" },
};

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 8, dark: 6 },
  colors: { pine, brass, gray, dark },
  white: "#ffffff",
  black: "#1a221e",
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "16px", xl: "24px" },
  headings: { fontWeight: "650", textWrap: "balance" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Select: { defaultProps: { ...list, checkIconPosition: "right" } },
    MultiSelect: { defaultProps: { ...list, checkIconPosition: "right", hidePickedOptions: true } },
    NativeSelect: { defaultProps: { size: "md" } },
    FileInput: { defaultProps: { size: "md" } },
    DatePickerInput: { defaultProps: { size: "md" } },
    DateTimePicker: { defaultProps: { size: "md" } },
    TimePicker: { defaultProps: { size: "md" } },
    // The scroll lock writes a <style> element, which the CSP forbids; theme/base.css locks by :has() instead.
    Modal: {
      defaultProps: {
        lockScroll: false,
        // The usual transition leaves a transform behind, and what is fixed in it is cut off at its edge.
        transitionProps: { transition: "fade" },
        centered: true,
        radius: "lg",
        padding: "lg",
        // Its <header> would be a second banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    },
    Menu: {
      defaultProps: {
        radius: "md",
        shadow: "md",
        withinPortal: false,
        // A focusable nothing among the items of a menu (ARIA 1.2: required owned elements).
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { withArrow: true } },
  },
});
