import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["TERSKEL_SERVER"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  // @mantine/hooks uses react-dom without naming it; under npm's linked strategy it has to be ours.
  resolve: { dedupe: ["react", "react-dom"] },
  build: {
    target: "baseline-widely-available",
    // A strict CSP has no room for data: addresses or an inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: {
    port: 5173,
    proxy: { "/api": server, "/test-eid": server },
  },
});
