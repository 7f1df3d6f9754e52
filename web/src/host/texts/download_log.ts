// Who has taken what home.
import { catalogue } from "../../shared/view/language";

export const downloadLogTexts = {
    sv: {
        title: "Hämtat hittills",
        none: "Ingen har hämtat något än.",
        when: "När",
        who: "Vem",
        what: "Vad",
        format: "Format",
        file: "Fil",
        whole: "hela processen",
        a_session: "ett tillfälle",
        view_documentation: "Dokumentation",
        view_research: "Forskningsmaterial",
        command_line: "På servern",
        no_sum: "Blev inte klar, eller hämtad innan filer fick kontrollsummor",
        more: { one: "Visa {n} till", other: "Visa {n} till" },
        sum_hint: "Kontrollsumman (SHA-256) visar om en fil är just den som hämtades.",
    },
    en: {
        title: "Downloaded so far",
        none: "Nobody has downloaded anything yet.",
        when: "When",
        who: "Who",
        what: "What",
        format: "Format",
        file: "File",
        whole: "the whole process",
        a_session: "a session",
        view_documentation: "Documentation",
        view_research: "Research material",
        command_line: "On the server",
        no_sum: "Was not finished, or was downloaded before files had checksums",
        more: { one: "Show {n} more", other: "Show {n} more" },
        sum_hint: "The checksum (SHA-256) shows whether a file is the very one that was downloaded.",
    },
};

export const say = catalogue(downloadLogTexts);
