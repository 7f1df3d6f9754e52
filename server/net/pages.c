#include "net/pages.h"

#include <assert.h>

const struct page *page_find(struct str path) {
    size_t low = 0, high = page_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(path, str_of(pages[middle].path));
        if (order == 0) {
            return &pages[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

const struct page *page_missing(void) {
    const struct page *page = page_find(STR("/404"));
    assert(page);
    return page;
}
