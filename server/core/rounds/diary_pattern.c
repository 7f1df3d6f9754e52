/* The pattern of a diary: how many entries of which kind, week by week, and what they are tagged with. Who
 * wrote how much does not stand in it, and a tag that few use, which is a text of theirs, is for hosts alone.
 */
#include <stdlib.h>

#include "base/text.h"
#include "core/rounds/diary.h"

enum { MOST_TAGS = 100, MOST_TAGS_OF_ENTRY = 10 };

/* ---- weeks ---- */

struct dated {
    int64_t monday;
    enum diary_about about;
};

static int compare_dated(const void *left, const void *right) {
    const struct dated *a = left, *b = right;
    return (a->monday > b->monday) - (a->monday < b->monday);
}

static size_t gather_dated(const struct diary *diary, struct dated *dated) {
    size_t count = 0;
    for (size_t i = 0; i < diary->count; i++) {
        const struct diary_entry *entry = diary->list[i];
        int64_t day = 0;
        if (diary_is_on_record(entry) && day_parse((struct str){entry->day, DAY_TEXT_LENGTH}, &day)) {
            dated[count++] = (struct dated){day_monday(day), entry->about};
        }
    }
    if (count > 1) {
        qsort(dated, count, sizeof *dated, compare_dated);
    }
    return count;
}

static void fill_weeks(const struct diary *diary, struct arena *arena, struct entity_diary_pattern *body) {
    struct dated *dated = arena_allocate_array(arena, diary->count, sizeof *dated);
    struct diary_week *weeks = arena_allocate_array(arena, diary->count, sizeof *weeks), *week = NULL;
    size_t count = gather_dated(diary, dated);
    body->weeks = weeks;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || dated[i].monday != dated[i - 1].monday) {
            week = &weeks[body->weeks_count++];
            week->week = day_week(dated[i].monday, arena);
        }
        week->reflection += dated[i].about == DIARY_ABOUT_REFLECTION;
        week->observation += dated[i].about == DIARY_ABOUT_OBSERVATION;
        week->action += dated[i].about == DIARY_ABOUT_ACTION;
    }
}

/* ---- tags ---- */

/* One tag of one entry; folded, so that Möte and möte are the same. */
struct use {
    struct str tag;
    const struct diary_entry *entry;
};

struct uses {
    struct use *list;
    size_t count, capacity;
};

static struct str trim(struct str text) {
    while (text.size > 0 && text.data[0] == ' ') {
        text = (struct str){text.data + 1, text.size - 1};
    }
    while (text.size > 0 && text.data[text.size - 1] == ' ') {
        text.size--;
    }
    return text;
}

static size_t count_pieces(struct str tags) {
    size_t count = 0;
    struct str piece;
    while (count < MOST_TAGS_OF_ENTRY && str_split(&tags, ',', &piece)) {
        count++;
    }
    return count;
}

static void add_uses(struct uses *uses, const struct diary_entry *entry, struct arena *arena) {
    struct str rest = entry->tags, piece;
    for (size_t n = 0; n < MOST_TAGS_OF_ENTRY && str_split(&rest, ',', &piece); n++) {
        struct str tag = text_fold(trim(piece), arena);
        if (!str_is_empty(tag)) {
            uses->list[uses->count++] = (struct use){tag, entry};
        }
    }
}

static int compare_uses(const void *left, const void *right) {
    const struct use *a = left, *b = right;
    int order = str_compare(a->tag, b->tag);
    if (order == 0) {
        order = id_compare(a->entry->person->actor.id, b->entry->person->actor.id);
    }
    return order != 0 ? order : id_compare(a->entry->id, b->entry->id);
}

static struct uses gather_uses(const struct diary *diary, struct arena *arena) {
    struct uses uses = {0};
    size_t pieces = 0;
    for (size_t i = 0; i < diary->count; i++) {
        pieces += count_pieces(diary->list[i]->tags);
    }
    uses.list = arena_allocate_array(arena, pieces, sizeof *uses.list);
    for (size_t i = 0; i < diary->count; i++) {
        if (diary_is_on_record(diary->list[i])) {
            add_uses(&uses, diary->list[i], arena);
        }
    }
    if (uses.count > 1) {
        qsort(uses.list, uses.count, sizeof *uses.list, compare_uses);
    }
    return uses;
}

/* The run of one tag that begins at i: how many entries and authors; where the next one begins. */
static size_t count_tag(const struct uses *uses, size_t i, struct diary_tag *tag, int64_t *authors) {
    size_t first = i;
    *tag = (struct diary_tag){.tag = uses->list[i].tag};
    *authors = 0;
    for (; i < uses->count && str_equal(uses->list[i].tag, tag->tag); i++) {
        const struct diary_entry *entry = uses->list[i].entry;
        const struct diary_entry *before = i == first ? NULL : uses->list[i - 1].entry;
        tag->count += entry != before;
        *authors += !before || entry->person != before->person;
    }
    return i;
}

static int compare_tags(const void *left, const void *right) {
    const struct diary_tag *a = left, *b = right;
    return a->count != b->count ? (a->count < b->count) - (a->count > b->count) : str_compare(a->tag, b->tag);
}

static void fill_tags(const struct diary *diary, enum view view, struct arena *arena,
                      struct entity_diary_pattern *body) {
    struct uses uses = gather_uses(diary, arena);
    struct diary_tag *tags = arena_allocate_array(arena, uses.count, sizeof *tags);
    size_t count = 0;
    bool sees_few = view == VIEW_HOST || view == VIEW_STATE;
    for (size_t i = 0; i < uses.count;) {
        int64_t authors;
        i = count_tag(&uses, i, &tags[count], &authors);
        count += sees_few || authors >= PROCESS_WITHHOLD_BELOW;
    }
    if (count > 1) {
        qsort(tags, count, sizeof *tags, compare_tags);
    }
    body->tags = tags;
    body->tags_count = count < MOST_TAGS ? count : MOST_TAGS;
}

/* ---- what is seen ---- */

static const struct diary *diary_of_pattern(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct diary, pattern);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round_entry *entry = diary_of_pattern(tracked)->round;
    (void)process;
    if (entry->round.removed || entry->round.opened == 0) {
        return 0;
    }
    bool shown = entry->round.revealed && entry->answered >= PROCESS_WITHHOLD_BELOW;
    return shown ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static struct place place(const struct tracked *tracked) {
    return round_place(&diary_of_pattern(tracked)->round->round);
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct diary *diary = diary_of_pattern(tracked);
    (void)process;
    entity->body.diary_pattern = (struct entity_diary_pattern){0};
    fill_weeks(diary, arena, &entity->body.diary_pattern);
    fill_tags(diary, view, arena, &entity->body.diary_pattern);
}

const struct tracked_kind diary_pattern_tracking = {ENTITY_DIARY_PATTERN, seen_by, place, fill, NULL};
