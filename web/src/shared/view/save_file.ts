// Hands a file that was made in the page to the browser, which keeps it where it keeps what was downloaded.
export function saveFile(file: Blob, name: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
const LONG_ENOUGH = 60_000;
