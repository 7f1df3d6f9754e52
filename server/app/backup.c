/* samskap backup: the store as it is at one moment, beside a running server too. */
#include <stdio.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/store.h"
#include "journal/sqlite.h"

int backup_run(const struct arguments *arguments) {
    char *path = store_path(arguments->config);
    const char *copy = arguments->words[0];
    enum status status = journal_sqlite_backup(path, copy);
    int result = EXIT_SUCCESS;
    if (status == STATUS_EXISTS) {
        result = command_fail("%s is there already; a backup overwrites nothing", copy);
    } else if (status == STATUS_NOT_FOUND) {
        result = command_fail("there is no store %s; --data names the folder it is in", path);
    } else if (status != STATUS_OK) {
        result = command_fail("%s could not be copied to %s: %s", path, copy, status_text(status));
    } else {
        printf("%s\n", copy);
    }
    free(path);
    return result;
}
