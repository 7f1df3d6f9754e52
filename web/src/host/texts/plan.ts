// A process and the plan of its sessions.
import { catalogue } from "../../shared/view/language";

export const planTexts = {
    sv: {
        to_plan: "Planera",
        run: "Led tillfället",
    },
    en: {
        to_plan: "Plan",
        run: "Lead the session",
    },
};

export const say = catalogue(planTexts);
