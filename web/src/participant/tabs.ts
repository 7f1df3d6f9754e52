// What happens in another tab of this device, heard by what it keeps in localStorage: that is there also where the page did
// not come over TLS. A tab that was asleep hears nothing, and looks when it wakes.
import { isLanguage } from "../shared/texts";
import { WHO } from "../shared/people";
import { KEPT_LANGUAGE, language } from "../shared/view/language";
import { drafts, leaveLeft, MEETINGS, readMeetings } from "./device";
import { hearSize } from "./group_size";
import { LEFT } from "./left";
import { isSomebodyElses, plainOf } from "./person";

export function followTabs(): void {
    addEventListener("storage", ({ key, newValue }) => {
        if (key === WHO) return location.reload(); // (it went to somebody else)
        const plain = plainOf(key);
        if (plain !== undefined) drafts.heard(plain);
        hearSize(key);
        if (key === MEETINGS) void readMeetings();
        else if (key === LEFT) leaveLeft();
        else if (key === KEPT_LANGUAGE && isLanguage(newValue)) language.value = newValue;
    });
    const wake = () => {
        if (document.visibilityState !== "visible") return;
        if (isSomebodyElses()) return location.reload();
        drafts.lookAgain();
        leaveLeft();
        void readMeetings();
    };
    addEventListener("pageshow", (event) => event.persisted && wake());
    document.addEventListener("visibilitychange", wake);
}
