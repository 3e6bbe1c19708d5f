import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = process.env["TERSKEL_SERVER"] ?? "http://localhost:8080";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The icon package's index names 6,000 modules: read only those in use, and a build takes a third of the time. */
const iconsOneByOne: Plugin = {
  name: "icons-one-by-one",
  enforce: "pre",
  transform: {
    filter: { id: /\/portal\/src\//, code: /@tabler\/icons-react/ },
    handler: (code) =>
      code.replace(/import \{([^}]*)\} from "@tabler\/icons-react";/g, (_, names: string) =>
        (names.match(/\w+/g) ?? [])
          .map((name) => `import ${name} from "@tabler/icons-react/dist/esm/icons/${name}.mjs";`)
          .join(""),
      ),
  },
};

export default defineConfig({
  plugins: [iconsOneByOne, react()],
  resolve: {
    // @mantine/hooks uses react-dom without naming it; under npm's linked strategy it has to be ours.
    dedupe: ["react", "react-dom"],
    alias: { zod: here("src/no-zod.ts") },
  },
  build: {
    target: "baseline-widely-available",
    // A strict CSP has no room for data: addresses or an inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Apart from our own releases, so that a phone that has it keeps it.
        codeSplitting: { groups: [{ name: "react", test: /\/(react|react-dom|scheduler)\// }] },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": server, "/test-eid": server },
  },
});
