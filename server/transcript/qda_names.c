#include "transcript/qda_names.h"

#include "base/buffer.h"
#include "base/random.h"
#include "base/text.h"
#include "transcript/xml.h"

enum { NAME_LENGTH = 120 }; /* code points, without what tells it from others */

void qda_names_init(struct qda_names *names) {
    map_init(&names->taken, random_map_seed());
}

void qda_names_finish(struct qda_names *names) {
    map_finish(&names->taken);
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Runs of spaces become one; none at the ends. */
static void append_line(struct str text, struct buffer *line) {
    for (size_t i = 0; i < text.size; i++) {
        if (!is_space(text.data[i])) {
            if (i > 0 && is_space(text.data[i - 1]) && line->size > 0) {
                buffer_append_byte(line, ' ');
            }
            buffer_append_byte(line, text.data[i]);
        }
    }
}

/* The size of the first most code points. */
static size_t size_of_first(struct str text, size_t most) {
    size_t size = 0;
    for (size_t count = 0; size < text.size; size++) {
        count += (text.data[size] & 0xc0) != 0x80;
        if (count > most) {
            break;
        }
    }
    return size;
}

struct str qda_line(struct str text, size_t most, struct arena *arena) {
    struct buffer cleaned, line;
    buffer_init(&cleaned);
    buffer_init(&line);
    xml_clean(text, &cleaned);
    append_line(buffer_str(&cleaned), &line);
    struct str all = buffer_str(&line), first = {all.data, size_of_first(all, most)};
    bool is_cut = first.size < all.size;
    struct str result = arena_format(arena, "%.*s%s", STR_ARGS(first), is_cut ? "…" : "");
    buffer_finish(&line);
    buffer_finish(&cleaned);
    return result;
}

static bool take(struct qda_names *names, struct str name, struct arena *arena) {
    static const char taken;
    struct str folded = text_fold(name, arena);
    if (map_find(&names->taken, folded.data, folded.size)) {
        return false;
    }
    map_put(&names->taken, folded.data, folded.size, (void *)(uintptr_t)&taken);
    return true;
}

struct str qda_name(struct qda_names *names, struct str wanted, struct str context, struct id guid,
                    struct arena *arena) {
    char text[ID_TEXT_LENGTH + 1];
    struct str plain = qda_line(wanted, NAME_LENGTH, arena), name = plain;
    id_format(guid, text);
    if (!str_is_empty(name) && take(names, name, arena)) {
        return name;
    }
    if (!str_is_empty(name) && !str_is_empty(context)) {
        name = arena_format(arena, "%.*s (%.*s)", STR_ARGS(plain), STR_ARGS(context));
        name = qda_line(name, (size_t)2 * NAME_LENGTH, arena);
        if (take(names, name, arena)) {
            return name;
        }
    }
    name = arena_format(arena, "%.*s (%.8s)", STR_ARGS(plain), text);
    if (!take(names, name, arena)) {
        name = arena_format(arena, "%.*s (%s)", STR_ARGS(plain), text);
        (void)take(names, name, arena);
    }
    return name;
}
