// The parts of a process or of a session, as links: each has an address of its own.
export interface Tab {
    href: string;
    label: string;
    isHere: boolean;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
    return (
        <nav class="tabs" aria-label={label}>
            <ul>
                {tabs.map(({ href, label: name, isHere }) => (
                    <li key={href}>
                        <a href={href} aria-current={isHere ? "page" : undefined}>
                            {name}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
