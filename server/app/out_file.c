#include "app/out_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"

enum status out_file_open(struct out_file *out, const char *path) {
    struct stat found;
    bool is_output = strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0;
    bool is_plain = !is_output && (stat(path, &found) != 0 || S_ISREG(found.st_mode));
    int file;
    *out = (struct out_file){.path = strdup(path)};
    if (is_plain && asprintf(&out->temporary, "%s.XXXXXX", path) < 0) {
        abort();
    }
    if (out->temporary) {
        file = mkostemp(out->temporary, O_CLOEXEC);
    } else if (is_output) {
        file = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0); /* a socket cannot be opened by its name */
    } else {
        file = open(path, O_WRONLY | O_CLOEXEC);
    }
    if (file < 0) {
        command_fail("%s cannot be written: %s", path, strerror(errno));
        free(out->temporary);
        free(out->path);
        return STATUS_IO;
    }
    file_sink_init(&out->sink, file);
    return STATUS_OK;
}

enum status out_file_close(struct out_file *out, enum status status) {
    int file = out->sink.file;
    if (status == STATUS_OK && !file_sink_flush(&out->sink)) {
        status = STATUS_IO;
    }
    if (status == STATUS_OK && out->temporary && fsync(file) != 0) {
        status = STATUS_IO;
    }
    close(file);
    if (out->temporary && (status != STATUS_OK || rename(out->temporary, out->path) != 0)) {
        status = status == STATUS_OK ? STATUS_IO : status;
        unlink(out->temporary);
    }
    if (status == STATUS_IO) {
        command_fail("%s could not be written", out->path);
    }
    file_sink_finish(&out->sink);
    free(out->temporary);
    free(out->path);
    return status;
}
