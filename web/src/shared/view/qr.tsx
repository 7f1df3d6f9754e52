// A QR code as one path. Always dark on light with its quiet zone, whatever the theme: many scanners read no other.
import { useMemo } from "preact/hooks";
import { encode } from "uqr";
import "./qr.css";

const QUIET = 4; // modules, as the standard has it

// `text`: what a phone reads; `label`: what the picture is, for who does not see it.
export function Qr({ text, label }: { text: string; label: string }) {
    const { path, size } = useMemo(() => draw(text), [text]);
    return (
        <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
            <rect class="qr-paper" width={size} height={size} />
            <path class="qr-ink" d={path} />
        </svg>
    );
}

function draw(text: string): { path: string; size: number } {
    const { data, size } = encode(text, { ecc: "M", border: 0 });
    const path = data.flatMap((row, y) => runs(row).map(([x, width]) => `M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`));
    return { path: path.join(""), size: size + 2 * QUIET };
}

// Where dark modules begin in a row, and how many follow each other.
function runs(row: readonly boolean[]): [number, number][] {
    const found: [number, number][] = [];
    row.forEach((dark, x) => {
        if (!dark) return;
        const last = found.at(-1);
        if (last && row[x - 1]) last[1]++;
        else found.push([x, 1]);
    });
    return found;
}
