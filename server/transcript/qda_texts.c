#include "transcript/qda_texts.h"

static const struct qda_texts swedish = {
    .themes = "Tavlor med teman",
    .words = "Ordlistor",
    .agenda = "Program",
    .people = "De som svarade",
    .role = "Roll",
    .kind = "Slag av organisation",
    .session = "Momentets tillfälle",
    .item = "Momentets programpunkt",
    .opened = "Momentet öppnades",
    .visibility = "Momentets synlighet",
    .authorship = "Momentets författarskap",
    .group = "Momentets grupp",
    .since = "Bara moment som öppnades den här dagen eller senare:",
    .withheld = "Bidrag till momentet som inte är med, eftersom samtycke till forskning saknas:",
    .summary = "Sammanfattning",
    .answer = "Svar i dagboken",
    .untitled = "Utan rubrik",
    .diary_about = {[DIARY_ABOUT_REFLECTION] = "reflektion",
                    [DIARY_ABOUT_OBSERVATION] = "iakttagelse",
                    [DIARY_ABOUT_ACTION] = "handling"},
    .entries = {[ENTRY_FORM_QUESTION] = "Öppen fråga",
                [ENTRY_FORM_STEP] = "Nästa steg",
                [ENTRY_FORM_GAP] = "Kunskapslucka",
                [ENTRY_FORM_KNOWN] = "Det vi vet",
                [ENTRY_FORM_MESSAGE] = "Medskick",
                [ENTRY_FORM_TRIAL] = "Prov"},
};

static const struct qda_texts english = {
    .themes = "Boards of themes",
    .words = "Lists of words",
    .agenda = "Agenda",
    .people = "Those who answered",
    .role = "Role",
    .kind = "Kind of organisation",
    .session = "Round's session",
    .item = "Round's item",
    .opened = "Round opened",
    .visibility = "Round's visibility",
    .authorship = "Round's authorship",
    .group = "Round's group",
    .since = "Only rounds that opened on this day or later:",
    .withheld =
        "Contributions to the round that are not in it, since nobody consented to their use in research:",
    .summary = "Summary",
    .answer = "Answer in the diary",
    .untitled = "Untitled",
    .diary_about = {[DIARY_ABOUT_REFLECTION] = "reflection",
                    [DIARY_ABOUT_OBSERVATION] = "observation",
                    [DIARY_ABOUT_ACTION] = "action"},
    .entries = {[ENTRY_FORM_QUESTION] = "Open question",
                [ENTRY_FORM_STEP] = "Next step",
                [ENTRY_FORM_GAP] = "Gap in what is known",
                [ENTRY_FORM_KNOWN] = "What we know",
                [ENTRY_FORM_MESSAGE] = "Message",
                [ENTRY_FORM_TRIAL] = "Trial"},
};

const struct qda_texts *qda_texts(enum language language) {
    return language == LANGUAGE_EN ? &english : &swedish;
}
