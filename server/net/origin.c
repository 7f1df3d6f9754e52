#include "net/origin.h"

#include <strings.h>

static bool equal_folded(struct str a, struct str b) {
    return a.size == b.size && (a.size == 0 || strncasecmp(a.data, b.data, a.size) == 0);
}

/* "https://host:port" of "https://host:port/path". */
static struct str origin_part(struct str url) {
    static const struct str schemes[] = {{"https://", 8}, {"http://", 7}};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (str_starts_with(url, schemes[i])) {
            size_t size = schemes[i].size;
            while (size < url.size && url.data[size] != '/') {
                size++;
            }
            return (struct str){url.data, size};
        }
    }
    return (struct str){0};
}

static bool is_scheme_and_host(struct str origin, struct str scheme, struct str host) {
    if (str_is_empty(host) || origin.size != scheme.size + host.size || !str_starts_with(origin, scheme)) {
        return false;
    }
    return equal_folded((struct str){origin.data + scheme.size, host.size}, host);
}

enum origin origin_of(struct str origin, struct str host, bool tls, struct str public_url) {
    if (str_is_absent(origin)) {
        return ORIGIN_ABSENT;
    }
    struct str own = origin_part(public_url);
    if (!str_is_empty(own) && equal_folded(origin, own)) {
        return ORIGIN_OWN;
    }
    struct str scheme = tls ? STR("https://") : STR("http://");
    return is_scheme_and_host(origin, scheme, host) ? ORIGIN_OWN : ORIGIN_FOREIGN;
}

bool origin_is_secure(bool tls, struct str public_url) {
    return tls || str_starts_with(public_url, STR("https://"));
}
