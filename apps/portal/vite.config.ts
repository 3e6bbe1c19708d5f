import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { compressed } from "./compressed.ts";

const server = process.env["TERSKEL_SERVER"] ?? "http://localhost:8080";

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

/**
 * Of a contract the portal uses the types, the path and the method; parsing is the server's. Without zod readers
 * save 60 KB, and the CSP has nothing to report: zod probes for `new Function`. In its place stands a thing of
 * which every property and every call is itself again.
 */
const withoutZod: Plugin = {
  name: "without-zod",
  enforce: "pre",
  resolveId: { filter: { id: /^zod$/ }, handler: () => "\0without-zod" },
  load: {
    filter: { id: /without-zod$/ },
    handler: () => `
      const inert = new Proxy(() => inert, { get: () => inert, apply: () => inert });
      export { inert as z };
    `,
  },
};

export default defineConfig({
  plugins: [withoutZod, iconsOneByOne, react(), compressed()],
  resolve: {
    // @mantine/hooks uses react-dom without naming it; under npm's linked strategy it has to be ours.
    dedupe: ["react", "react-dom"],
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
    proxy: { "/api": server, "/notices": server, "/test-eid": server },
  },
});
