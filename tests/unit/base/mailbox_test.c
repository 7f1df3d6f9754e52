#include "base/mailbox.h"

#include <criterion/criterion.h>
#include <stdatomic.h>

struct number_letter {
    struct letter letter;
    int number;
    struct mailbox *again; /* where opening posts to, or which it opens */
    struct letter *other;
};

static int opened[1000];
static int opened_count;
static atomic_int wakes;

static void count_wake(void *context) {
    (void)context;
    atomic_fetch_add(&wakes, 1);
}

static void note_opened(struct letter *letter) {
    struct number_letter *number = LIST_ENTRY(letter, struct number_letter, letter);
    opened[opened_count++] = number->number;
    if (number->other) {
        mailbox_post(number->again, number->other);
    } else if (number->again) {
        mailbox_open_all(number->again);
    }
}

Test(mailbox, opens_in_order_and_wakes_once) {
    struct mailbox mailbox;
    struct number_letter letters[3];
    mailbox_init(&mailbox, count_wake, NULL);
    cr_expect_not(mailbox_open_all(&mailbox));
    for (int i = 0; i < 3; i++) {
        letters[i] = (struct number_letter){.letter.open = note_opened, .number = i};
        mailbox_post(&mailbox, &letters[i].letter);
    }
    cr_expect_eq(wakes, 1);
    cr_expect(mailbox_open_all(&mailbox));
    cr_expect_eq(opened_count, 3);
    cr_expect_eq(opened[0], 0);
    cr_expect_eq(opened[2], 2);
    cr_expect_eq(wakes, 1);
    mailbox_finish(&mailbox);
}

Test(mailbox, what_comes_while_it_is_opened_waits_and_wakes) {
    struct mailbox mailbox;
    struct number_letter second = {.letter.open = note_opened, .number = 2};
    struct number_letter first = {.letter.open = note_opened, .number = 1, .other = &second.letter};
    first.again = &mailbox;
    mailbox_init(&mailbox, count_wake, NULL);
    mailbox_post(&mailbox, &first.letter);
    cr_expect(mailbox_open_all(&mailbox));
    cr_expect_eq(opened_count, 1);
    cr_expect_geq(wakes, 2, "somebody must come back for the second");
    cr_expect(mailbox_open_all(&mailbox));
    cr_expect_eq(opened[1], 2);
    mailbox_finish(&mailbox);
}

Test(mailbox, a_letter_may_open_the_box) {
    struct mailbox mailbox;
    struct number_letter second = {.letter.open = note_opened, .number = 2};
    struct number_letter first = {.letter.open = note_opened, .number = 1, .again = &mailbox};
    mailbox_init(&mailbox, NULL, NULL);
    mailbox_post(&mailbox, &first.letter);
    mailbox_post(&mailbox, &second.letter);
    cr_expect(mailbox_open_all(&mailbox));
    cr_expect_eq(opened_count, 2);
    mailbox_finish(&mailbox);
}

static void *post_many(void *context) {
    struct number_letter *letters = context;
    for (int i = 0; i < 250; i++) {
        mailbox_post(letters[i].again, &letters[i].letter);
    }
    return NULL;
}

static void open_and_count(struct letter *letter) {
    (void)letter;
    opened_count++;
}

Test(mailbox, letters_of_many_threads_all_arrive, .timeout = 30) {
    static struct number_letter letters[4][250];
    struct mailbox mailbox;
    pthread_t threads[4];
    mailbox_init(&mailbox, NULL, NULL);
    for (int t = 0; t < 4; t++) {
        for (int i = 0; i < 250; i++) {
            letters[t][i] = (struct number_letter){.letter.open = open_and_count, .again = &mailbox};
        }
        cr_assert_eq(pthread_create(&threads[t], NULL, post_many, letters[t]), 0);
    }
    while (opened_count < 1000) {
        mailbox_open_all(&mailbox);
    }
    for (int t = 0; t < 4; t++) {
        pthread_join(threads[t], NULL);
    }
    cr_expect_eq(opened_count, 1000);
    mailbox_finish(&mailbox);
}
