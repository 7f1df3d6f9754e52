#include "net/address.h"

#include <criterion/criterion.h>

static void expect(const char *peer, const char *forwarded, const char *proxies, const char *address) {
    struct arena arena;
    arena_init(&arena);
    struct str found = address_of(str_of(peer), str_of(forwarded), str_of(proxies), &arena);
    cr_expect(str_equal(found, str_of(address)), "%s|%s|%s gave %.*s", peer, forwarded ? forwarded : "",
              proxies ? proxies : "", STR_ARGS(found));
    arena_finish(&arena);
}

Test(address, is_the_peers_where_no_proxy_is_known) {
    expect("192.0.2.7", NULL, NULL, "192.0.2.7");
    expect("192.0.2.7", "198.51.100.1", NULL, "192.0.2.7");
    expect("192.0.2.7", "198.51.100.1", "192.0.2.8", "192.0.2.7");
    expect("::ffff:192.0.2.7", NULL, NULL, "192.0.2.7");
}

Test(address, is_what_a_known_proxy_says) {
    expect("127.0.0.1", "198.51.100.1", "127.0.0.1", "198.51.100.1");
    expect("::ffff:127.0.0.1", "198.51.100.1", "10.0.0.1 127.0.0.1", "198.51.100.1");
    expect("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.0.0.1", "10.0.0.1  127.0.0.1", "198.51.100.1");
    expect("127.0.0.1", NULL, "127.0.0.1", "127.0.0.1");
    expect("127.0.0.1", "127.0.0.1,,", "127.0.0.1", "");
}

Test(address, of_the_newer_kind_counts_by_its_network) {
    expect("2001:db8:1:2:3:4:5:6", NULL, NULL, "2001:db8:1:2::");
    expect("::1", "2001:db8:1:2::9", "::1", "2001:db8:1:2::");
}
