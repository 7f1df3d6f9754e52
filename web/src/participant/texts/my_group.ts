// Which group somebody is in.
import { catalogue } from "../../shared/view/language";

export const myGroupTexts = {
    sv: {
        label: "Min grupp",
        you_are_in: "Du är i",
        new_group: "Ny grupp",
        now_in: "Du är nu i {group}.",
        moved: "Du är nu i {group}. Dina lappar ligger kvar i {left}.",
        waiting: "skickas …",
        meeting: "Gå till gruppens möte",
        none: "Du har ingen grupp än. Säg till processledaren, så får du en.",
        none_yet: "Du har ingen grupp än.",
        choose: "Välj grupp",
        change: "Byt grupp",
        full: "Full",
        of: "{n} av {most}",
        read: "Jag har läst",
    },
    en: {
        label: "My group",
        you_are_in: "You are in",
        new_group: "New group",
        now_in: "You are now in {group}.",
        moved: "You are now in {group}. Your notes stay in {left}.",
        waiting: "on its way …",
        meeting: "Go to the group's meeting",
        none: "You have no group yet. Tell the facilitator, and you will get one.",
        none_yet: "You have no group yet.",
        choose: "Choose a group",
        change: "Change group",
        full: "Full",
        of: "{n} of {most}",
        read: "I have read it",
    },
};

export const say = catalogue(myGroupTexts);
