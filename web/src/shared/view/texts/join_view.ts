// Texts of the way in, as it is shown to a room.
import { catalogue } from "../language";

export const joinViewTexts = {
    sv: {
        title: "Gå med",
        scan: "Rikta kameran mot rutan",
        or_type: "eller gå till",
        and_code: "och skriv koden",
        qr: "QR-kod som leder till mötet",
        closed: "Dörren är stängd just nu.",
    },
    en: {
        title: "Join",
        scan: "Point your camera at the square",
        or_type: "or go to",
        and_code: "and type the code",
        qr: "QR code that leads to the meeting",
        closed: "The door is closed at the moment.",
    },
};

export const say = catalogue(joinViewTexts);
