#include "app/config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct config config;
static struct buffer problem;

static void set_up(void) {
    config_init(&config);
    buffer_init(&problem);
}

static void tear_down(void) {
    buffer_finish(&problem);
    config_finish(&config);
}

static bool says(const char *part) {
    buffer_append_byte(&problem, '\0');
    return problem.data && strstr(problem.data, part);
}

TestSuite(config, .init = set_up, .fini = tear_down);

Test(config, has_what_is_built_in) {
    cr_assert_str_eq(config.listen, "127.0.0.1:8080");
    cr_assert_eq(config.limits.frame, 32768);
    cr_assert_null(config.tls_cert);
    cr_assert_eq(config_check(&config, &problem), STATUS_OK);
}

Test(config, sets_every_key_with_hyphens_or_underscores) {
    cr_assert_eq(config_set(&config, "public-url", "https://a.example", &problem), STATUS_OK);
    cr_assert_eq(config_set(&config, "join_timeout", "300", &problem), STATUS_OK);
    cr_assert_eq(config_set(&config, "commands-per-second", "7", &problem), STATUS_OK);
    cr_assert_str_eq(config.public_url, "https://a.example");
    cr_assert_eq(config.limits.join_timeout, 300);
    cr_assert_eq(config.limits.commands_per_second, 7);
}

Test(config, refuses_what_it_does_not_know) {
    cr_assert_eq(config_set(&config, "colour", "red", &problem), STATUS_INVALID);
    cr_assert(says("'colour' is no key"));
    cr_assert_not(config_has_key("colour"));
}

Test(config, says_that_there_is_no_other_database) {
    cr_assert_eq(config_set(&config, "database", "postgres://x", &problem), STATUS_INVALID);
    cr_assert(says("SQLite"));
}

Test(config, holds_limits_within_their_bounds) {
    static const char *const wrong[] = {"", "many", "1023", "32769", "1e4", "99999999999999999999", "2048 "};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        cr_expect_eq(config_set(&config, "frame", wrong[i], &problem), STATUS_INVALID, "'%s'", wrong[i]);
    }
    cr_assert_eq(config.limits.frame, 32768);
    cr_assert_eq(config_set(&config, "frame", "1024", &problem), STATUS_OK);
    cr_assert_eq(config.limits.frame, 1024);
}

Test(config, takes_proxies_by_their_addresses_only) {
    cr_assert_eq(config_set(&config, "proxies", "127.0.0.1 ::1", &problem), STATUS_OK);
    cr_assert_eq(config_check(&config, &problem), STATUS_OK);
    cr_assert_eq(config_set(&config, "proxies", "10.0.0.0/8", &problem), STATUS_OK);
    cr_assert_eq(config_check(&config, &problem), STATUS_INVALID);
}

Test(config, refuses_what_could_break_a_header) {
    cr_assert_eq(config_set(&config, "frame-ancestors", "https://a\r\nX: y", &problem), STATUS_INVALID);
}

static enum status read_text(const char *text) {
    char path[] = "/tmp/samskap-config-XXXXXX";
    int file = mkstemp(path);
    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    enum status status = config_read_file(&config, path, &problem);
    unlink(path);
    return status;
}

Test(config, reads_a_file) {
    cr_assert_eq(read_text("# a comment\n\n  listen = 0.0.0.0:80  \ndata=/srv/samskap\nburst_is = 1\n"),
                 STATUS_INVALID);
    cr_assert(says(", line 5: 'burst_is' is no key"));
    cr_assert_str_eq(config.listen, "0.0.0.0:80");
    cr_assert_str_eq(config.data, "/srv/samskap");
}

Test(config, says_which_line_of_a_file_is_none) {
    cr_assert_eq(read_text("listen = 1.2.3.4:5\nnonsense\n"), STATUS_INVALID);
    cr_assert(says(", line 2: a line must read key = value"));
}

Test(config, says_that_a_file_is_missing) {
    cr_assert_eq(config_read_file(&config, "/nowhere/at/all", &problem), STATUS_IO);
    cr_assert(says("/nowhere/at/all"));
}

Test(config, reads_its_own_part_of_the_environment) {
    char *const environment[] = {"HOME=/x", "SAMSKAP_CONFIG=/y", "SAMSKAP_PING=5000", "SAMSKAPX=1", NULL};
    cr_assert_eq(config_read_environment(&config, environment, &problem), STATUS_OK);
    cr_assert_eq(config.limits.ping, 5000);
    char *const wrong[] = {"SAMSKAP_PIGN=5000", NULL};
    cr_assert_eq(config_read_environment(&config, wrong, &problem), STATUS_INVALID);
    cr_assert(says("SAMSKAP_PIGN"));
}

Test(config, takes_addresses_apart) {
    char host[32];
    int port;
    cr_assert(config_split_listen("127.0.0.1:8080", host, sizeof host, &port));
    cr_assert_str_eq(host, "127.0.0.1");
    cr_assert_eq(port, 8080);
    cr_assert(config_split_listen("[::1]:0", host, sizeof host, &port));
    cr_assert_str_eq(host, "::1");
    cr_assert(config_split_listen(":80", host, sizeof host, &port));
    cr_assert_str_eq(host, "");
    static const char *const wrong[] = {"", "8080", "a:", "a:b", "a:-1", "a:65536", "::1:80", "a:80x"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        cr_expect_not(config_split_listen(wrong[i], host, sizeof host, &port), "%s", wrong[i]);
    }
}

Test(config, wants_what_goes_together) {
    cr_assert_eq(config_set(&config, "tls-cert", "/tmp/x", &problem), STATUS_OK);
    cr_assert_eq(config_check(&config, &problem), STATUS_INVALID);
    cr_assert(says("together"));
}

Test(config, wants_a_pong_to_have_time) {
    cr_assert_eq(config_set(&config, "pong", "20000", &problem), STATUS_OK);
    cr_assert_eq(config_check(&config, &problem), STATUS_INVALID);
    cr_assert(says("pong must be longer than ping"));
}
