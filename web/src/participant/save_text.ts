import { saveFile } from "../shared/view/save_file";

// A text that the browser keeps as a file.
export function saveText(name: string, text: string): void {
    saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), name);
}
