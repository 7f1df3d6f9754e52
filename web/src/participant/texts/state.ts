// How far something has come that was written, voted or said: on the phone, on its way, there.
import { catalogue } from "../../shared/view/language";

export const stateTexts = {
    sv: {
        saved: "Sparad i telefonen – skickas när du har nät",
        saved_answer: "Sparat i telefonen – skickas när du har nät",
        sending: "Skickas …",
        arrived: "Framme",
    },
    en: {
        saved: "Saved on the phone – sent when you are online",
        saved_answer: "Saved on the phone – sent when you are online",
        sending: "Sending …",
        arrived: "Received",
    },
};

export const sayState = catalogue(stateTexts);
