// Makes a photograph small enough to be sent over a hotel's wifi: at most so many pixels a side as the server keeps, as JPEG.
// What is small already goes as it is. A browser that cannot read the file leaves it to the server, if the server may.
import type { Fault } from "./uploads";

const SIDE = 2_560;
const LIGHT = 2_500_000; // bytes: up to that nothing is gained by making it anew
const MOST = 5 * 1024 * 1024; // of the server
const TAKEN: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);
const QUALITIES = [0.88, 0.75, 0.6];

type Prepared = { made: Blob } | { refused: Fault };

// Rejects where the file cannot be read at all: a folder, or one that has gone meanwhile.
export async function smallEnough(file: Blob, name: string): Promise<Prepared> {
    const type = await typeOf(file);
    const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
    if (!image) {
        if (type === "image/heic" || /\.hei[cf]$/i.test(name)) return { refused: "heic" };
        if (type === undefined || !TAKEN.has(type)) return { refused: "wrong_kind" };
        return file.size <= MOST ? { made: file } : { refused: "too_large" };
    }
    try {
        const isLight = file.size <= LIGHT && type !== undefined && TAKEN.has(type);
        if (isLight && Math.max(image.width, image.height) <= SIDE) return { made: file };
        return await asJpeg(image);
    } finally {
        image.close();
    }
}

async function asJpeg(image: ImageBitmap): Promise<Prepared> {
    const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const drawing = canvas.getContext("2d");
    if (!drawing) return { refused: "too_large" };
    drawing.fillStyle = "white"; // (JPEG knows no transparency: a drawing stands on white paper)
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.imageSmoothingQuality = "high";
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    try {
        for (const quality of QUALITIES) {
            const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
            if (made && made.size <= MOST) return { made };
        }
        return { refused: "too_large" };
    } finally {
        canvas.width = canvas.height = 0; // (its pixels go at once: phones have little room for them)
    }
}

// By what the file holds, whatever it is called.
async function typeOf(file: Blob): Promise<string | undefined> {
    const bytes = new Uint8Array(await file.slice(0, 16).arrayBuffer());
    const text = String.fromCharCode(...bytes);
    if (text.startsWith("\x89PNG")) return "image/png";
    if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
    if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "image/webp";
    return /^....ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/s.test(text) ? "image/heic" : undefined;
}
