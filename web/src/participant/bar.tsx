// The bar beside a figure: for the eye only, the figure stands in words next to it.
import "./bar.css";

export function Bar({ n, of, class: more }: { n: number; of: number; class?: string }) {
    return (
        <span class={`bar ${more ?? ""}`} aria-hidden="true">
            <span style={{ width: `${(100 * n) / Math.max(1, of, n)}%` }} />
        </span>
    );
}
