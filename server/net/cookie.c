#include "net/cookie.h"

#include "net/field.h"

struct str cookie_find(struct str header, struct str name) {
    struct str found = {0}, part;
    while (str_split(&header, ';', &part)) {
        part = field_trim(part);
        if (!str_starts_with(part, name) || part.size <= name.size || part.data[name.size] != '=') {
            continue;
        }
        struct str value = {part.data + name.size + 1, part.size - name.size - 1};
        if (!str_is_absent(found) && !str_equal(found, value)) {
            return (struct str){0};
        }
        found = value;
    }
    return found;
}

void cookie_write(const struct cookie *cookie, struct buffer *headers) {
    const char *scope = cookie->framed && cookie->secure ? "SameSite=None; Partitioned" : "SameSite=Strict";
    buffer_format(headers, "Set-Cookie: %s=%.*s; Path=/; Max-Age=%d; HttpOnly; %s%s\r\n", cookie->name,
                  STR_ARGS(cookie->value), cookie->age, scope, cookie->secure ? "; Secure" : "");
}
