// Copies a text to the clipboard. Where the browser does not allow it (as on a page without TLS), the text in the field is
// selected, for the person to copy.
export async function copyText(text: string, field: HTMLTextAreaElement): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        field.focus();
        field.select();
        return text === field.value && document.execCommand("copy");
    }
}
