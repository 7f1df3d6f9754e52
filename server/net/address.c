#include "net/address.h"

#include <arpa/inet.h>
#include <string.h>

#include "net/field.h"

enum { LONGEST = 64, NETWORK_BYTES = 8 };

/* IPv4 addresses that came in IPv6's clothes are IPv4 addresses; what is no address stays as it is. */
static struct str normal(struct str text, struct arena *arena) {
    struct in6_addr six;
    struct str copy = arena_copy(arena, text);
    if (text.size >= LONGEST || inet_pton(AF_INET6, copy.data, &six) != 1) {
        return copy;
    }
    char *written = arena_allocate(arena, LONGEST);
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        inet_ntop(AF_INET, six.s6_addr + 12, written, LONGEST);
        return str_of(written);
    }
    memset(six.s6_addr + NETWORK_BYTES, 0, sizeof six.s6_addr - NETWORK_BYTES);
    inet_ntop(AF_INET6, &six, written, LONGEST);
    return str_of(written);
}

static bool is_proxy(struct str address, struct str proxies, struct arena *arena) {
    struct str proxy;
    while (str_split(&proxies, ' ', &proxy)) {
        if (proxy.size > 0 && str_equal(normal(proxy, arena), address)) {
            return true;
        }
    }
    return false;
}

struct str address_of(struct str peer, struct str forwarded, struct str proxies, struct arena *arena) {
    struct str address = normal(peer, arena);
    while (is_proxy(address, proxies, arena) && !str_is_empty(forwarded)) {
        size_t start = forwarded.size;
        while (start > 0 && forwarded.data[start - 1] != ',') {
            start--;
        }
        struct str last = {forwarded.data + start, forwarded.size - start};
        address = normal(field_trim(last), arena);
        forwarded.size = start > 0 ? start - 1 : 0;
    }
    return address;
}
