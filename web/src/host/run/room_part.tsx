// One part of the right column, with its heading.
import type { ComponentChildren } from "preact";

export function Part({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <section class="room-part">
            <h2>{title}</h2>
            {children}
        </section>
    );
}
