import { defineConfig } from "vite";

// One classic script and one style sheet under fixed names: module scripts do not load from disk (file://),
// and the package finds its assets by name.
export default defineConfig({
  build: {
    outDir: "../src/banmian/publish/site/assets",
    emptyOutDir: true,
    copyPublicDir: true,
    reportCompressedSize: false,
    target: ["chrome87", "firefox78", "safari14"],
    lib: {
      entry: "src/site.ts",
      formats: ["iife"],
      name: "banmian",
      fileName: () => "site.js",
      cssFileName: "site",
    },
  },
});
