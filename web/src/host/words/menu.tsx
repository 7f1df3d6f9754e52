// A row's menu, in which each action has its letter.
import { Menu as AnyMenu } from "../menu";
import type { Action } from "./actions";

interface MenuProps {
    label: string;
    reach: number;
    disabled: boolean;
    actions(): Action[];
}

export function Menu(props: MenuProps) {
    return (
        <AnyMenu {...props} class="words-menu" buttonClass="words-menu-button">
            <span aria-hidden="true">⋯</span>
        </AnyMenu>
    );
}
