// What a process is about.
import { catalogue } from "../../../shared/view/language";

export const challengeTexts = {
    sv: {
        lead: "Det som processen handlar om. Deltagarna kan läsa det.",
        challenge: "Vad är utmaningen?",
        challenge_hint: "Så som de som möter den i sitt arbete skulle säga det.",
        challenge_why: "Varför är den viktig nu?",
        challenge_whose: "Vilka är det som har den?",
        challenge_whose_hint: "De som lever med den eller arbetar med den, och de som kan göra något åt den.",
        organisers: "Vilka ordnar processen?",
        organisers_hint: "Processledare, forskare och organisationer.",
        done: "Utmaningen är ändrad",
    },
    en: {
        lead: "What the process is about. Participants can read it.",
        challenge: "What is the challenge?",
        challenge_hint: "As those who meet it in their work would say it.",
        challenge_why: "Why does it matter now?",
        challenge_whose: "Whose is it?",
        challenge_whose_hint: "Those who live with it or work with it, and those who can do something about it.",
        organisers: "Who arranges the process?",
        organisers_hint: "Facilitators, researchers and organisations.",
        done: "The challenge has changed",
    },
};

export const say = catalogue(challengeTexts);
