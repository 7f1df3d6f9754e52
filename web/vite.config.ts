import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// The server's content security policy allows no inline script, style or data address: everything is a file,
// named by a hash of what is in it, so that it may be kept for ever.
export default defineConfig({
    build: {
        target: "es2022", // (private members as they are; phones from 2021 on know them)
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: { index: page("index.html"), host: page("host.html"), display: page("display.html"), missing: page("404.html") } },
    },
});
