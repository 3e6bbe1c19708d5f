// The chosen colour scheme, else the system's. The key is the one in src/theme/scheme.ts.
(() => {
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("terskel.scheme") ?? "auto";
  } catch {
    // Storage may be forbidden; the system's scheme it is.
  }
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";
})();
