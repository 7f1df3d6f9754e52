// What may be taken home of a process.
export function Downloads({ process }: { process: string }) {
    return (
        <p>
            <a class="button" href={`/transcript/${process}?view=research`}>JSON Lines</a>
        </p>
    );
}
