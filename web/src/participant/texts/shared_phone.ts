// A phone that several share.
import { catalogue } from "../../shared/view/language";

export const sharedPhoneTexts = {
    sv: {
        what: "Nästa person börjar på ett tomt blad, med eget namn. Det du har skrivit eller påbörjat göms undan, och du kan komma tillbaka till det.",
        unsent: { one: "{n} sak är inte skickad än. Den ligger kvar som din och skickas så snart det finns nät.", other: "{n} saker är inte skickade än. De ligger kvar som dina och skickas så snart det finns nät." },
        new_person: "Lämna över till en ny person",
        needs_code: "Nästa person skriver mötets kod, som står på storbilden, eller riktar kameran mot ett eget engångskort.",
        full: "Telefonen rymmer {n} personer. Den som är klar kan lämna mötet under Mina uppgifter, så blir det plats.",
        back: "Tillbaka till någon som redan är med",
        has_it: "{name} har telefonen nu",
        trust: "Den som har telefonen kan gå till vem som helst i listan, och ser då vad den har skrivit.",
        offline: "Det går att lämna över när du har nät.",
        unkept: "Den här webbläsaren sparar inget, så telefonen går inte att dela.",
        stay: "Stanna kvar",
    },
    en: {
        what: "The next person begins on an empty sheet, with a name of their own. What you have written or begun is put away, and you can come back to it.",
        unsent: { one: "{n} thing has not been sent yet. It stays yours and is sent as soon as there is a network.", other: "{n} things have not been sent yet. They stay yours and are sent as soon as there is a network." },
        new_person: "Hand over to a new person",
        needs_code: "The next person writes the meeting's code, which stands on the big screen, or points the camera at a one-time card of their own.",
        full: "The phone has room for {n} people. Whoever is done can leave the meeting under About me, and there is room again.",
        back: "Back to somebody who is in already",
        has_it: "{name} has the phone now",
        trust: "Whoever has the phone can go to anyone in the list, and then sees what they have written.",
        offline: "You can hand over when you are online.",
        unkept: "This browser keeps nothing, so the phone cannot be shared.",
        stay: "Stay",
    },
};

export const say = catalogue(sharedPhoneTexts);
