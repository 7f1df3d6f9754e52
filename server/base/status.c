#include "base/status.h"

#define STATUS_TEXT(name, text) [STATUS_##name] = (text),
static const char *const texts[STATUS_COUNT] = {STATUS_LIST(STATUS_TEXT)};
#undef STATUS_TEXT

const char *status_text(enum status status) {
    return (unsigned)status < STATUS_COUNT ? texts[status] : "unknown status";
}
