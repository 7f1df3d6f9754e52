#include <criterion/criterion.h>

#include "core/sound.h"

Test(sound, keys_are_of_small_letters_digits_and_hyphens) {
    cr_expect(key_is_sound((struct str){0}));
    cr_expect(key_is_sound(STR("vad-vill-vi-2")));
    const char *const others[] = {"Vad", "vad vill", "på", "a_b", "a.b", "a\nb"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        cr_expect_not(key_is_sound(str_of(others[i])), "%s", others[i]);
    }
}

Test(sound, links_lead_to_the_web) {
    const char *const sound[] = {"https://example.org", "HTTPS://example.org/a?b=c#d",
                                 "https://räksmörgås.example/å", "https://[::1]:8080/"};
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        cr_expect(link_is_sound(str_of(sound[i]), LINK_HTTPS), "%s", sound[i]);
    }
    cr_expect(link_is_sound(STR("http://example.org"), LINK_HTTP_TOO));
    cr_expect_not(link_is_sound(STR("http://example.org"), LINK_HTTPS));
}

Test(sound, nothing_else_is_a_link) {
    const char *const others[] = {"",
                                  "https://",
                                  "https:///etc",
                                  "https://?a",
                                  "https://#a",
                                  "https://:80",
                                  "https://@a",
                                  "https:example.org",
                                  "//example.org",
                                  "example.org",
                                  "javascript:alert(1)",
                                  "JavaScript://example.org/%0aalert(1)",
                                  "data:text/html,hej",
                                  "file:///etc/passwd",
                                  "blob:https://example.org/1",
                                  " https://example.org",
                                  "https://example.org/a b",
                                  "https://example.org/\"onclick=",
                                  "https://example.org/<b>",
                                  "https:\\\\example.org",
                                  "https://example.org\\@other.example",
                                  "https://example.org\nhttps://other.example"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        cr_expect_not(link_is_sound(str_of(others[i]), LINK_HTTP_TOO), "%s", others[i]);
    }
    cr_expect_not(link_is_sound((struct str){0}, LINK_HTTP_TOO));
}
