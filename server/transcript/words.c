/* The value words. The documentation has the figures of the screens; research material has the same count of
 * the consenting notes only, so that no word stands in it that only others wrote. */
#include "transcript/words.h"

#include "protocol/words_input.h"
#include "records/shapes.h"
#include "transcript/word_times.h"

static const struct column columns[] = {
    {"list", CELL_ID, BOTH_VIEWS, "the list of words", "ordlistan"},
    {"title", CELL_TEXT, BOTH_VIEWS, "the list's title", "ordlistans rubrik"},
    {"shown", CELL_FLAG, BOTH_VIEWS, "whether participants and displays see the list",
     "om deltagare och storbild ser listan"},
    {"number", CELL_COUNT, BOTH_VIEWS, "the word's place in the list, from 1",
     "ordets plats i listan, från 1"},
    {"word", CELL_TEXT, BOTH_VIEWS, "the word", "ordet"},
    {"persons", CELL_COUNT, BOTH_VIEWS, "how many persons wrote it", "hur många personer som skrev det"},
    {"per_round", CELL_FLAG, BOTH_VIEWS,
     "true: a sum over rounds that do not know their authors apart, not persons",
     "ja: en summa över moment som inte räknas ihop, inte personer"},
    {"groups", CELL_COUNT, BOTH_VIEWS, "how many groups wrote it", "hur många grupper som skrev det"},
    {"breadth", CELL_COUNT, BOTH_VIEWS, "in how many organisations; empty where unknown or withheld",
     "i hur många organisationer; tomt om det är okänt eller inte visas"},
    {"mark", CELL_TEXT, BOTH_VIEWS,
     "dropped, aside, kept, stopped or added: what people decided, or aside for topic words and "
     "stopped for function words",
     "dropped (struket), aside (ställt åt sidan), kept (behållet), stopped (räknas inte) eller added "
     "(tillagt): vad man beslutade, eller aside för ämnesord och stopped för småord"},
    {"forms", CELL_TEXT, BOTH_VIEWS, "the forms that were written, each with its persons, separated by |",
     "formerna som skrevs, var och en med antal personer, åtskilda av |"},
    {"parts", CELL_TEXT, BOTH_VIEWS,
     "the words that were merged into this one, in the same way; behind them those of a phrase that stand "
     "nowhere else",
     "orden som slogs ihop till detta, på samma sätt; efter dem de ord i en fras som inte står någon "
     "annanstans"},
    {"persons_before", CELL_COUNT, RESEARCH_ONLY,
     "of persons, those who wrote it before the answers were shown to all; empty: this or the next is of "
     "fewer than five",
     "av personerna, de som skrev det innan svaren visades för alla; tomt: detta eller nästa tal är färre än "
     "fem"},
    {"persons_after", CELL_COUNT, RESEARCH_ONLY, "and those who wrote it only after that",
     "och de som skrev det först därefter"},
};

bool record_has_list(const struct record *record, const struct word_list *list) {
    for (size_t i = 0; i < list->round_count; i++) {
        const struct round *round = process_round(record->process, list->rounds[i]);
        if (round && !round->removed && record_has_session(record, round->session)) {
            return true;
        }
    }
    return false;
}

static void keep_consenting(const struct record *record, struct words_view *view, struct words_input *input,
                            struct arena *arena) {
    struct research research = record_research(record);
    struct words_note *kept = arena_allocate_array(arena, input->note_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < input->note_count; i++) {
        if (research_has_note(record->process, &research, view->notes[i])) {
            view->notes[count] = view->notes[i];
            kept[count++] = input->notes[i];
        }
    }
    view->note_count = count;
    input->notes = kept;
    input->note_count = count;
}

void record_count_words(const struct record *record, const struct word_list *list, bool all,
                        struct arena *arena, struct words_view *view) {
    struct words_input input;
    *view = (struct words_view){.list = list};
    words_input_make(record->process, view, arena, &input);
    if (record_is_research(record) && !all) {
        keep_consenting(record, view, &input, arena);
    }
    words_count(&input, arena, &view->result);
}

/* As screens show it: a part by its label. */
static struct str join(const struct word_count *counts, size_t count, struct arena *arena) {
    struct str text = STR("");
    for (size_t i = 0; i < count; i++) {
        struct str word = str_is_empty(counts[i].label) ? counts[i].word : counts[i].label;
        text = arena_format(arena, "%.*s%s%.*s %lld", STR_ARGS(text), i > 0 ? "|" : "", STR_ARGS(word),
                            (long long)counts[i].persons);
    }
    return count > 0 ? text : (struct str){0};
}

static void put_times(struct record *record, const struct words_view *view,
                      const struct words_family *family) {
    struct word_times times = {0};
    if (record_is_research(record)) {
        times = word_times_count(view, family, &record->arena);
    }
    if (times.told) {
        record_count(record, times.before);
        record_count(record, times.after);
    } else {
        record_nothings(record, 2);
    }
}

static void put_word(struct record *record, const struct words_view *view, size_t i) {
    struct word_row row = words_view_row(&view->result.families[i], &record->arena);
    record_id(record, view->list->id);
    record_text(record, view->list->title);
    record_flag(record, view->list->shown);
    record_count(record, (int64_t)i + 1);
    record_text(record, row.label);
    record_count(record, row.persons);
    record_flag(record, view->per_round);
    record_count(record, row.groups);
    if (row.breadth > 0) {
        record_count(record, row.breadth);
    } else {
        record_nothing(record);
    }
    record_text(record, enumeration_text(&enumeration_word_mark, row.mark));
    record_text(record, join(row.forms, row.forms_count, &record->arena));
    record_text(record, join(row.parts, row.parts_count, &record->arena));
    put_times(record, view, &view->result.families[i]);
    record_end_row(record);
}

static void fill(struct record *record) {
    size_t count;
    const struct word_list *const *lists = process_word_lists(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (!record_has_list(record, lists[i])) {
            continue;
        }
        struct words_view view;
        record_count_words(record, lists[i], false, &record->arena, &view);
        for (size_t word = 0; word < view.result.count && !record->stopped; word++) {
            put_word(record, &view, word);
        }
        arena_reset(&record->arena);
    }
}

const struct table words_table = {
    "words", columns, COUNT_OF(columns), "one value word of a list", "ett värdeord i en ordlista", fill};
