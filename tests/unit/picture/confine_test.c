/* In children of their own: there is no way back. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vips/vips.h>

#include "picture/confine.h"
#include "picture/make.h"

#ifndef SANITIZED

static int in_child(int (*run)(void)) {
    int state = 0;
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        _exit(run());
    }
    cr_assert_eq(waitpid(child, &state, 0), child);
    return WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state);
}

static bool is_refused(long result) {
    return result == -1 && errno == EPERM;
}

/* 0, or which of them was let through. */
static int reach_out(void) {
    char byte = 0;
    struct iovec here = {&byte, 1}, there = {&byte, 1};
    struct rlimit files = {100, 100};
    if (!confine()) {
        return 1;
    }
    const bool refused[] = {
        is_refused(open("/etc/passwd", O_RDONLY | O_CLOEXEC)),
        is_refused(open("/proc/self/status", O_RDONLY | O_CLOEXEC)),
        is_refused(open("/tmp/anything", O_WRONLY | O_CREAT | O_CLOEXEC, 0600)),
        is_refused(unlink("/tmp/anything")),
        is_refused(rename("/tmp/anything", "/tmp/other")),
        is_refused(truncate("/tmp/anything", 0)),
        is_refused(chmod("/tmp/anything", 0600)),
        is_refused(socket(AF_INET, SOCK_STREAM, 0)),
        is_refused(socket(AF_UNIX, SOCK_STREAM, 0)),
        is_refused(kill(getppid(), 0)),
        is_refused(process_vm_readv(getppid(), &here, 1, &there, 1, 0)),
        is_refused(setrlimit(RLIMIT_NOFILE, &files)),
        is_refused(execl("/bin/true", "true", NULL)),
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (!refused[i]) {
            return (int)i + 2;
        }
    }
    return 0;
}

Test(confine, it_reaches_no_file_no_network_and_no_other_process) {
    cr_expect_eq(in_child(reach_out), 0);
}

static bool makes(VipsImage *image, const char *suffix) {
    struct picture_made made = {0};
    void *bytes = NULL;
    size_t size = 0;
    if (vips_image_write_to_buffer(image, suffix, &bytes, &size, NULL)) {
        return false;
    }
    bool made_it = !picture_make(bytes, size, &made) && made.large.size > 0 && made.small.size > 0;
    picture_made_finish(&made);
    g_free(bytes);
    return made_it;
}

/* Of each kind, in grey and turned, and one in the colours of print. */
static int make_all(void) {
    VipsImage *grey, *image, *print;
    if (!picture_begin() || vips_gaussnoise(&grey, 700, 500, "mean", 120.0, NULL) ||
        vips_colourspace(grey, &image, VIPS_INTERPRETATION_sRGB, NULL) ||
        vips_icc_transform(image, &print, "cmyk", "input_profile", "srgb", NULL)) {
        return 2;
    }
    vips_image_set_int(image, VIPS_META_ORIENTATION, 6);
    void *cmyk = NULL;
    size_t size = 0;
    struct picture_made made = {0};
    if (vips_jpegsave_buffer(print, &cmyk, &size, NULL) || !confine()) {
        return 3;
    }
    if (picture_make(cmyk, size, &made) || strcmp(made.type, "jpeg") != 0) {
        return 4;
    }
    return makes(image, ".jpg") && makes(image, ".png") && makes(image, ".webp") ? 0 : 5;
}

Test(confine, pictures_are_made_all_the_same) {
    cr_expect_eq(in_child(make_all), 0);
}

#endif
