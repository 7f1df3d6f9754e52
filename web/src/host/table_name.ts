// What a table is called from the start: in the language of those who will sit there.
import { fill, type LanguageTag } from "../shared/texts";
import { planTexts } from "./texts/plan";

export function tableName(language: LanguageTag, n: number): string {
    return fill(planTexts[language].table, { n }, language);
}
