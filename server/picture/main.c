/* samskap-picture: makes one picture, and ends. The server starts it for each upload: whatever a file does to
 * a decoder it does here, where nothing can be opened, changed, asked or kept busy.
 *
 * Standard input: the uploaded file. Standard output: `jpeg WIDTH HEIGHT LARGE SMALL` (or png; the last two
 * in bytes) and LF, then the bytes of the two pictures; or `no`, a space and a sentence, and LF. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "picture/confine.h"
#include "picture/make.h"

enum { CPU_SECONDS = 20, FILES = 64, NICENESS = 5 /* who is in the meeting comes first */ };

#ifdef SANITIZED
/* GLib keeps types for good; and the address space that is reserved is terabytes. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "detect_leaks=0";
}
#else
static const rlim_t address_space = 1024 * 1024 * 1024;
#endif

static bool limit(int resource, rlim_t most) {
    struct rlimit wanted = {most, most};
    return setrlimit((__rlimit_resource_t)resource, &wanted) == 0;
}

static bool take_limits(void) {
    errno = 0;
    if (nice(NICENESS) == -1 && errno != 0) {
        return false;
    }
#ifndef SANITIZED
    if (!limit(RLIMIT_AS, address_space)) {
        return false;
    }
#endif
    return limit(RLIMIT_CPU, CPU_SECONDS) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_NOFILE, FILES);
}

static bool write_made(const struct picture_made *made) {
    printf("%s %d %d %zu %zu\n", made->type, made->width, made->height, made->large.size, made->small.size);
    return fwrite(made->large.bytes, 1, made->large.size, stdout) == made->large.size &&
           fwrite(made->small.bytes, 1, made->small.size, stdout) == made->small.size && fflush(stdout) == 0;
}

int main(void) {
    static char file[PICTURE_FILE + 1]; /* one more, to see whether there is more than may be */
    struct picture_made made;
    size_t size = fread(file, 1, sizeof file, stdin);
    if (!take_limits() || !picture_begin() || !confine()) {
        return EXIT_FAILURE;
    }
    const char *wrong = picture_make(file, size, &made);
    if (wrong) {
        printf("no %s\n", wrong);
        return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    bool written = write_made(&made);
    picture_made_finish(&made);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
