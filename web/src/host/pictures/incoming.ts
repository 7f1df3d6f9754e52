// Files that are let go of over the page, wherever on it (beside the box the browser would leave the page for them), or pasted.
import { useEffect, useRef, useState } from "preact/hooks";

// Whether files are held over the page now.
export function useIncoming(add: (files: Iterable<File>) => void): boolean {
    const [isOver, setOver] = useState(false);
    const latest = useRef(add);
    latest.current = add;
    useEffect(() => {
        const paste = (event: ClipboardEvent) => {
            const files = imagesOf(event.clipboardData);
            if (files.length === 0) return;
            event.preventDefault();
            latest.current(files);
        };
        const drag = (event: DragEvent) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            setOver(event.type !== "dragleave" || event.relatedTarget !== null);
        };
        const drop = (event: DragEvent) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            setOver(false);
            latest.current(event.dataTransfer!.files);
        };
        document.addEventListener("paste", paste);
        document.addEventListener("drop", drop);
        for (const type of OVER) document.addEventListener(type, drag);
        return () => {
            document.removeEventListener("paste", paste);
            document.removeEventListener("drop", drop);
            for (const type of OVER) document.removeEventListener(type, drag);
        };
    }, []);
    return isOver;
}

const OVER = ["dragenter", "dragover", "dragleave"] as const;
const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;

// (A text that was copied from a document brings a picture of itself: then the text is meant.)
function imagesOf(data: DataTransfer | null): File[] {
    if (!data || data.types.includes("text/plain")) return [];
    return [...data.files].filter(({ type }) => type.startsWith("image/"));
}
