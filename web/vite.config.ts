import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, transformWithEsbuild, type Plugin, type Rollup } from "vite";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const worker = page("src/participant/worker.ts");
const always = ["/icon.svg", "/samskap.webmanifest"]; // of public/, by names that stay

// All that a page loads: its script, what that imports, their styles, and what those name.
function filesOf(html: string, bundle: Rollup.OutputBundle): string[] {
    const files = new Set<string>();
    const take = (name: string) => {
        const chunk = bundle[name];
        if (files.has(name) || chunk?.type !== "chunk") return;
        files.add(name);
        chunk.viteMetadata?.importedCss.forEach((file) => files.add(file));
        chunk.viteMetadata?.importedAssets.forEach((file) => files.add(file));
        [...chunk.imports, ...chunk.dynamicImports].forEach(take);
    };
    const entry = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry && one.facadeModuleId?.endsWith(html));
    if (entry) take(entry.fileName);
    return [...files].map((file) => `/${file}`).sort();
}

// The participant's page without a network: /sw.js, which names the page's files and has a version of its own.
function shell(): Plugin {
    return {
        name: "samskap-shell",
        apply: "build",
        enforce: "post",
        generateBundle: {
            order: "post",
            async handler(_options, bundle) {
                const html = bundle["index.html"];
                if (html?.type !== "asset") throw new Error("the participant's page is missing");
                const files = ["/", ...always, ...filesOf("/index.html", bundle)];
                const { code } = await transformWithEsbuild(readFileSync(worker, "utf8"), worker, { minify: true, target: "es2022", format: "iife" });
                const publics = always.map((file) => readFileSync(page(`public${file}`), "utf8"));
                const version = createHash("sha256").update(JSON.stringify([files, html.source, publics, code])).digest("hex").slice(0, 16);
                const source = `const VERSION=${JSON.stringify(version)},FILES=${JSON.stringify(files)};\n${code}`;
                this.emitFile({ type: "asset", fileName: "sw.js", source });
            },
        },
    };
}

// The server's content security policy allows no inline script, style or data address: everything is a file,
// named by a hash of what is in it, so that it may be kept for ever.
export default defineConfig({
    plugins: [shell()],
    build: {
        target: "es2022", // (private members as they are; phones from 2021 on know them)
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: { index: page("index.html"), host: page("host.html"), research: page("research.html"), display: page("display.html"), missing: page("404.html") } },
    },
});
