#include "base/nameless.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int nameless_open(const char *folder) {
    if (!folder) {
        return memfd_create("samskap", MFD_CLOEXEC);
    }
    int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) {
        return file;
    }
    char *path = NULL; /* a file system without nameless files: take the name away at once */
    if (asprintf(&path, "%s/.nameless-XXXXXX", folder) < 0) {
        return -1;
    }
    file = mkostemp(path, O_CLOEXEC);
    if (file >= 0) {
        unlink(path);
    }
    free(path);
    return file;
}
