#include "live/page.h"

#include "protocol/json_write.h"

enum { PAGE_BYTES = 24 * 1024 };

void page_write(struct str name, size_t count, int64_t skip,
                void (*write_row)(const void *list, size_t i, struct buffer *json), const void *list,
                struct buffer *json) {
    size_t at = skip < (int64_t)count ? (size_t)skip : count;
    size_t first = at;
    struct buffer one;
    buffer_init(&one);
    json_write_name(json, name);
    buffer_append_byte(json, '[');
    for (; at < count; at++) {
        buffer_clear(&one);
        write_row(list, at, &one);
        if (at > first && json->size + one.size > PAGE_BYTES) {
            break;
        }
        buffer_append_str(json, at > first ? STR(",") : STR(""));
        buffer_append_str(json, buffer_str(&one));
    }
    buffer_append_str(json, STR("],\"more\":"));
    json_write_integer(json, (int64_t)(count - at));
    buffer_append_byte(json, '}');
    buffer_finish(&one);
}
