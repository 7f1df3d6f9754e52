// node scripts/embed.mjs DIR OUT.c: writes the files of DIR, plain and compressed, as the table of
// server/net/pages.h. A page PATH.html stands at /PATH, index.html at /.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { constants, gzipSync } from "node:zlib";

const types = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
};

const [directory, output] = process.argv.slice(2);
if (!output) {
    console.error("usage: node scripts/embed.mjs DIR OUT.c");
    process.exit(2);
}

const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(directory).length).replace(/^\/?/, "/"));

function address(file) {
    return file.endsWith(".html") ? file.replace(/(index)?\.html$/, "") || "/" : file;
}

function array(name, bytes) {
    const lines = [];
    for (let i = 0; i < bytes.length; i += 32) lines.push(Array.from(bytes.subarray(i, i + 32)).join(","));
    return `static const unsigned char ${name}[] = {${lines.join(",\n")}};\n`;
}

const arrays = [];
const build = createHash("sha256");
const rows = files
    .map((file) => ({ file, path: address(file) }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
    .map(({ file, path }, index) => {
        const type = types[extname(file)];
        if (!type) throw new Error(`no media type is known for ${file}`);
        const bytes = readFileSync(join(directory, file));
        const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
        const isPacked = packed.length < bytes.length;
        const etag = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
        build.update(`${path} ${etag}\n`);
        arrays.push(array(`plain_${index}`, bytes));
        if (isPacked) arrays.push(array(`packed_${index}`, packed));
        const forever = file.startsWith("/assets/");
        const packedPart = isPacked ? `packed_${index}, sizeof packed_${index}` : "NULL, 0";
        return `    {"${path}", "${type}", "${etag}", ${forever}, plain_${index}, sizeof plain_${index}, ${packedPart}},\n`;
    });

writeFileSync(
    output,
    `#include "net/pages.h"\n\n${arrays.join("")}\nconst struct page pages[] = {\n${rows.join("")}};\n` +
        `const size_t page_count = sizeof pages / sizeof pages[0];\n` +
        `const char pages_build[] = "${build.digest("hex").slice(0, 12)}";\n`,
);
