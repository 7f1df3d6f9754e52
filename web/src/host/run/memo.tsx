// A component that is drawn anew only when one of its properties is another one: for rows of which there are hundreds.
// (What it reads of signals draws it anew by itself.)
import { Component, type FunctionComponent } from "preact";

export function memo<P extends object>(Inner: FunctionComponent<P>): new (props: P) => Component<P> {
    return class extends Component<P> {
        override shouldComponentUpdate(next: Readonly<P>): boolean {
            const before = this.props as P;
            return (Object.keys({ ...before, ...next }) as (keyof P)[]).some((name) => before[name] !== next[name]);
        }

        override render() {
            return <Inner {...(this.props as P)} />;
        }
    };
}
