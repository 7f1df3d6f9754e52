#include "app/store.h"

#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "access/house.h"
#include "live/loading.h"

static char folder[64];
static struct config config;
static struct buffer problem;

static void set_up(void) {
    strcpy(folder, "/tmp/samskap-store-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    config_init(&config);
    buffer_init(&problem);
}

static void tear_down(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_expect_eq(system(command), 0);
    config_finish(&config);
    buffer_finish(&problem);
}

TestSuite(store, .init = set_up, .fini = tear_down);

static void set_data(const char *below) {
    char path[128];
    snprintf(path, sizeof path, "%s%s", folder, below);
    cr_assert_eq(config_set(&config, "data", path, &problem), STATUS_OK);
}

Test(store, makes_folders_for_its_owner_only) {
    struct stat made;
    set_data("/a/b");
    cr_assert_eq(store_make_folder(&config), STATUS_OK);
    cr_assert_eq(store_make_folder(&config), STATUS_OK);
    cr_assert_eq(stat(config.data, &made), 0);
    cr_assert_eq(made.st_mode & 0777, 0700);
}

Test(store, is_for_one_program_to_write_and_for_all_to_read) {
    struct mailbox mailbox;
    struct journal *first = NULL, *second = NULL;
    cr_redirect_stderr();
    mailbox_init(&mailbox, NULL, NULL);
    set_data("");
    cr_assert_eq(store_open_to_read(&config, &mailbox, &second), STATUS_NOT_FOUND);
    cr_assert_eq(store_open(&config, &mailbox, &first), STATUS_OK);
    cr_assert_eq(store_open(&config, &mailbox, &second), STATUS_BUSY);
    cr_assert_eq(store_open_to_read(&config, &mailbox, &second), STATUS_OK);
    journal_close(second);
    journal_close(first);
    mailbox_finish(&mailbox);
}

Test(store, takes_events_of_the_house) {
    struct mailbox mailbox;
    struct journal *journal = NULL;
    struct house *house = NULL;
    struct id process = {{0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x47, 0x88, 0x89, 1, 2, 3, 4, 5, 6, 7}};
    mailbox_init(&mailbox, NULL, NULL);
    set_data("");
    cr_assert_eq(store_open(&config, &mailbox, &journal), STATUS_OK);
    union house_body body = {.process_add = {.process = process, .title = STR("En process")}};
    cr_assert_eq(store_append_house(journal, &mailbox, HOUSE_PROCESS_ADD, &body, 1000), STATUS_OK);
    cr_assert_eq(load_house(journal, &house), STATUS_OK);
    const struct house_process *found = house_process(house, process);
    cr_assert_not_null(found);
    cr_assert(str_equal(found->title, STR("En process")));
    house_destroy(house);
    journal_close(journal);
    mailbox_finish(&mailbox);
}
