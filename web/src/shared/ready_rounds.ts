// Rounds that the programme's editor adds in one press, as templates have them: what people ask of who lectures, and the
// minute about the meeting at its end. Their keys are those of the shipped templates, so that meetings can be laid side by side.
import type { EventRoundPut, ItemForm, Language } from "../generated/types";
import type { TemplateRound, Words } from "./template";
import { newMade, roundOf } from "./template_steps";

// Nobody is seen, for a question upwards takes courage; all see them at once, or nobody could support them.
function questions(question: Words): TemplateRound {
    return {
        key: "questions",
        form: "notes",
        question,
        helper: {
            sv: "En fråga i taget. Stöd de frågor som du också vill ha svar på.",
            en: "One question at a time. Support those that you would also like an answer to.",
        },
        visibility: "all",
        authorship: "anonymous",
        notes: { supports: true },
    };
}

const lectureQuestions = questions({ sv: "Vad vill du fråga föreläsaren?", en: "What would you like to ask the lecturer?" });
const filmQuestions = questions({ sv: "Vad vill du ta upp om filmen?", en: "What would you like to raise about the film?" });

const evaluation: TemplateRound = {
    key: "evaluation",
    form: "scale",
    question: { sv: "Hur var mötet för dig?", en: "How was the meeting for you?" },
    helper: {
        sv: "Tre påståenden. Svara som det känns just nu, det tar en minut.",
        en: "Three statements. Answer as it feels right now, it takes a minute.",
    },
    visibility: "own",
    authorship: "anonymous",
    scale: {
        statements: [
            { key: "evaluation-say", text: { sv: "Jag kunde säga det jag ville säga.", en: "I could say what I wanted to say." } },
            { key: "evaluation-forward", text: { sv: "Vi kom framåt.", en: "We got further." } },
            { key: "evaluation-time", text: { sv: "Tiden användes väl.", en: "The time was well used." } },
        ],
        steps: 5,
        low: { sv: "Stämmer inte alls", en: "Not at all true" },
        high: { sv: "Stämmer helt", en: "Entirely true" },
        result: "hidden",
    },
};

const evaluationNote: TemplateRound = {
    key: "evaluation-note",
    form: "notes",
    question: { sv: "Vad ska vi göra annorlunda nästa gång?", en: "What should we do differently next time?" },
    helper: {
        sv: "En lapp räcker. Den som inte har något att säga hoppar över.",
        en: "One note is enough. Skip it if you have nothing to say.",
    },
    visibility: "own",
    authorship: "anonymous",
    notes: { fields: 0, cap: 1 },
};

// What there is for an item of this form.
export function readyRounds(form: ItemForm): readonly TemplateRound[] {
    if (form === "lecture") return [lectureQuestions];
    if (form === "film") return [filmQuestions];
    return form === "checkout" ? [evaluation, evaluationNote] : [];
}

export interface Place {
    id: string; // the item's
    session: string;
}

export function readyRoundPuts(form: ItemForm, { id, session }: Place, language: Language, newId: () => string): EventRoundPut[] {
    const made = newMade({ language, newId });
    return readyRounds(form).map((round, position) => roundOf(round, { session, item: id, position }, made));
}
