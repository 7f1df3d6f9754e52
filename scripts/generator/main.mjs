// Reads schema/ and writes the C records, the C tables and the TypeScript types. A file that comes out as it
// stands is left alone, so that nothing is compiled again for it.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { SchemaError, readSchemas } from "./schema.mjs";
import { recordHeaders } from "./records.mjs";
import { shapeFiles } from "./shapes.mjs";
import { typescript } from "./typescript.mjs";
import { envelopes } from "./envelopes.mjs";

function writeIfChanged(file, text) {
    if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) {
        return;
    }
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
}

function main(outDirectory, schemaDirectory) {
    const model = readSchemas(schemaDirectory);
    const files = { ...recordHeaders(model), ...shapeFiles(model), "types.ts": typescript(model) };
    const wire = envelopes(schemaDirectory);
    if (wire !== undefined) {
        files["wire.ts"] = wire;
    }
    for (const [name, text] of Object.entries(files)) {
        writeIfChanged(path.join(outDirectory, name), text);
    }
}

const here = path.dirname(fileURLToPath(import.meta.url));
const [outDirectory, schemaDirectory = path.join(here, "../../schema")] = process.argv.slice(2);
if (outDirectory === undefined) {
    console.error("usage: scripts/generate OUT_DIR [SCHEMA_DIR]");
    process.exit(2);
}
try {
    main(outDirectory, schemaDirectory);
} catch (error) {
    if (!(error instanceof SchemaError)) {
        throw error;
    }
    console.error(`scripts/generate: ${error.message}`);
    process.exit(1);
}
