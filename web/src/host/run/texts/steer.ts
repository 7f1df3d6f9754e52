// Who of several facilitators steers the big screen.
import { catalogue } from "../../../shared/view/language";

export const steerTexts = {
    sv: {
        steering: "Vem som styr storbilden",
        mine: "Du styr storbilden.",
        theirs: "{name} styr storbilden.",
        away: "{name} styr storbilden, men har inte sidan öppen.",
        free: { one: "En till leder. Ni kan båda byta storbild.", other: "{n} till leder. Alla kan byta storbild." },
        why: "Du kan byta den när du har tagit över.",
        take: "Ta över styrningen",
        take_free: "Styr storbilden själv",
        give: "Lämna över till …",
        give_to: "Lämna över till {name}",
        end: "Släpp styrningen",
        now_mine: "Nu styr du storbilden.",
        now_theirs: "Nu styr {name} storbilden.",
        now_free: "Ingen styr storbilden längre. Alla som leder kan byta den.",
        done_take: "Du styr storbilden",
        done_give: "{name} styr storbilden",
        done_end: "Du har släppt styrningen",
    },
    en: {
        steering: "Who steers the big screen",
        mine: "You are steering the big screen.",
        theirs: "{name} is steering the big screen.",
        away: "{name} is steering the big screen, but does not have the page open.",
        free: { one: "One more is leading. Both of you can change the big screen.", other: "{n} more are leading. All can change the big screen." },
        why: "You can change it once you have taken over.",
        take: "Take over the steering",
        take_free: "Steer the big screen yourself",
        give: "Hand over to …",
        give_to: "Hand over to {name}",
        end: "Let go of the steering",
        now_mine: "You are steering the big screen now.",
        now_theirs: "{name} is steering the big screen now.",
        now_free: "Nobody is steering the big screen any more. All who lead can change it.",
        done_take: "You are steering the big screen",
        done_give: "{name} is steering the big screen",
        done_end: "You have let go of the steering",
    },
};

export const say = catalogue(steerTexts);
