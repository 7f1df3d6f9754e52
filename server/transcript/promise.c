/* The same sentences as the pages' (web/src/shared/promise.ts chooses them, its texts say them); a test holds
 * the two together. A record is read later, so of what changes as a round goes it says what stood there while
 * people answered. */
#include "transcript/promise.h"

enum sentence {
    PROMISE_OWN,
    PROMISE_WALLS,
    PROMISE_ALL,
    PROMISE_ANONYMOUS,
    PROMISE_LINKED,
    PROMISE_NAMED,
    PROMISE_ORGANISATION,
    PROMISE_RESULT_HIDDEN,
    PROMISE_RESULT_OPEN,
    PROMISE_VOTE_ANONYMOUS,
    PROMISE_VOTE_LINKED,
    PROMISE_VOTE_NAMED,
    PROMISE_VOTE_ORGANISATION,
    PROMISE_ANSWERS_HIDDEN,
    PROMISE_ANSWERS_OPEN,
    PROMISE_ANSWER_ANONYMOUS,
    PROMISE_ANSWER_LINKED,
    PROMISE_ANSWER_NAMED,
    PROMISE_ANSWER_ORGANISATION,
    PROMISE_DIARY,
    PROMISE_DIARY_NAMED,
    PROMISE_TOGETHER,
    PROMISE_END
};

const struct promise_sentence promise_sentences[] = {
    [PROMISE_OWN] = {"promise_own", "Everyone sees the answers once they are shown.",
                     "Alla ser svaren när de visas."},
    [PROMISE_WALLS] = {"promise_walls",
                       "Your group sees the answers now, everyone once they are shown, group by group.",
                       "Din grupp ser svaren nu, alla ser dem när de visas, grupp för grupp."},
    [PROMISE_ALL] = {"promise_all", "Everyone sees the answers.", "Alla ser svaren."},
    [PROMISE_ANONYMOUS] = {"promise_anonymous", "Nobody sees who wrote them.", "Ingen ser vem som skrev."},
    [PROMISE_LINKED] = {"promise_linked",
                        "Nobody here sees who wrote them. In the research material you have a pseudonym.",
                        "Ingen här ser vem som skrev. I forskningsmaterialet har du en pseudonym."},
    [PROMISE_NAMED] = {"promise_named", "Your name stands beside the answer.", "Ditt namn står vid svaret."},
    [PROMISE_ORGANISATION] = {"promise_organisation", "Your organisation stands beside the answer.",
                              "Din organisation står vid svaret."},
    [PROMISE_RESULT_HIDDEN] = {"promise_result_hidden", "The result is shown when the vote ends.",
                               "Resultatet visas när omröstningen avslutas."},
    [PROMISE_RESULT_OPEN] = {"promise_result_open", "Everyone sees the result while you vote.",
                             "Alla ser resultatet medan ni röstar."},
    [PROMISE_VOTE_ANONYMOUS] = {"promise_vote_anonymous", "Nobody sees how you voted.",
                                "Ingen ser hur du röstade."},
    [PROMISE_VOTE_LINKED] = {"promise_vote_linked",
                             "Nobody here sees how you voted. In the research material you have a pseudonym.",
                             "Ingen här ser hur du röstade. I forskningsmaterialet har du en pseudonym."},
    [PROMISE_VOTE_NAMED] = {"promise_vote_named", "Everyone can see how you voted.",
                            "Alla kan se hur du röstade."},
    [PROMISE_VOTE_ORGANISATION] = {"promise_vote_organisation", "The votes are your organisation's.",
                                   "Rösterna är din organisations."},
    [PROMISE_ANSWERS_HIDDEN] = {"promise_answers_hidden", "The result is shown when the question closes.",
                                "Resultatet visas när frågan stängs."},
    [PROMISE_ANSWERS_OPEN] = {"promise_answers_open", "Everyone sees the result while you answer.",
                              "Alla ser resultatet medan ni svarar."},
    [PROMISE_ANSWER_ANONYMOUS] = {"promise_answer_anonymous", "Nobody sees what you answered.",
                                  "Ingen ser vad du svarade."},
    [PROMISE_ANSWER_LINKED] =
        {"promise_answer_linked",
         "Nobody here sees what you answered. In the research material you have a pseudonym.",
         "Ingen här ser vad du svarade. I forskningsmaterialet har du en pseudonym."},
    [PROMISE_ANSWER_NAMED] = {"promise_answer_named", "Your answer is kept with your name.",
                              "Ditt svar sparas med ditt namn."},
    [PROMISE_ANSWER_ORGANISATION] = {"promise_answer_organisation", "The answers are your organisation's.",
                                     "Svaren är din organisations."},
    [PROMISE_DIARY] = {"promise_diary",
                       "The facilitators read what you write, and it is in the documentation. Everyone else "
                       "only sees the pattern over time, never the text.",
                       "Processledarna läser det du skriver, och det står i dokumentationen. Alla andra ser "
                       "bara mönstret över tid, aldrig texten."},
    [PROMISE_DIARY_NAMED] = {"promise_diary_named", "The facilitators see your name.",
                             "Processledarna ser ditt namn."},
    [PROMISE_TOGETHER] = {"promise_together",
                          "The answers are counted together with the other questions that belong here.",
                          "Svaren räknas ihop med de andra frågorna som hör till."},
    [PROMISE_END] = {NULL, NULL, NULL},
};

static enum sentence who_sees_notes(const struct round *round) {
    switch (round->visibility) {
    case VISIBILITY_ALL:
        return PROMISE_ALL;
    case VISIBILITY_GROUP:
        return PROMISE_WALLS;
    default:
        return PROMISE_OWN;
    }
}

static enum sentence who_sees(const struct round *round) {
    switch (round->form) {
    case ROUND_FORM_BALLOT:
        return round->ballot.result == RESULT_OPEN ? PROMISE_RESULT_OPEN : PROMISE_RESULT_HIDDEN;
    case ROUND_FORM_SCALE:
        return round->scale.result == RESULT_OPEN ? PROMISE_ANSWERS_OPEN : PROMISE_ANSWERS_HIDDEN;
    case ROUND_FORM_DIARY:
        return PROMISE_DIARY;
    default:
        return who_sees_notes(round);
    }
}

/* One of four that stand together, in the order of authorship. */
static enum sentence who_wrote(const struct round *round) {
    enum sentence first = round->form == ROUND_FORM_BALLOT  ? PROMISE_VOTE_ANONYMOUS
                          : round->form == ROUND_FORM_SCALE ? PROMISE_ANSWER_ANONYMOUS
                                                            : PROMISE_ANONYMOUS;
    switch (round->authorship) {
    case AUTHORSHIP_LINKED:
        return first + 1;
    case AUTHORSHIP_NAMED:
        return round->form == ROUND_FORM_DIARY ? PROMISE_DIARY_NAMED : first + 2;
    case AUTHORSHIP_ORGANISATION:
        return first + 3;
    default:
        return first;
    }
}

static const char *say(enum sentence sentence, enum language language) {
    const struct promise_sentence *text = &promise_sentences[sentence];
    return language == LANGUAGE_EN ? text->english : text->swedish;
}

struct str promise_of(const struct round *round, enum language language, struct arena *arena) {
    const char *together = round->counted_together ? say(PROMISE_TOGETHER, language) : "";
    return arena_format(arena, "%s %s%s%s", say(who_sees(round), language), say(who_wrote(round), language),
                        *together ? " " : "", together);
}
