// What looks as if it pointed out a person: a personal identity number, a telephone number, an address for mail. Found on the
// device as somebody writes, and told to nobody else. It is a guess: it hinders nothing. Pure.
export type PersonalKind = "number" | "phone" | "mail";

// Twelve or ten digits, as they are written: 19121212-1212, 121212+1212, 121212 1212.
const NUMBER = /(?<!\d)(?:\d{2})?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)/g;
// From a country, or from a nought: so that years, sums and dates are none.
const PHONE = /(?<![\d+])(?:(?:\+|00)[1-9]|0[1-9])[\d ()/-]{5,16}\d(?!\d)/g;
const MAIL = /[^\s@<>"',;:()]+@[^\s@<>"',;:()]+\.\p{L}{2,}/u;
const COORDINATION = 60; // added to the day, for who has no number of their own

export function personalIn(text: string): PersonalKind | undefined {
    if ([...text.matchAll(NUMBER)].some(isIdentity)) return "number";
    if (MAIL.test(text)) return "mail";
    return [...text.matchAll(PHONE)].some(([found]) => isTelephone(found)) ? "phone" : undefined;
}

function isIdentity([, year, month, day, last]: RegExpMatchArray): boolean {
    const of = Number(day) > COORDINATION ? Number(day) - COORDINATION : Number(day);
    const isDay = Number(month) >= 1 && Number(month) <= 12 && of >= 1 && of <= 31;
    return isDay && hasCheckDigit(`${year}${month}${day}${last}`);
}

// Luhn's: every second digit doubled, from the first of ten.
function hasCheckDigit(ten: string): boolean {
    const sum = [...ten].reduce((sum, digit, i) => {
        const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
        return sum + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

function isTelephone(text: string): boolean {
    const digits = text.replace(/\D/g, "").length;
    return digits >= 8 && digits <= 15;
}
