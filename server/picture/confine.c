#include "picture/confine.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#if defined(ARCHITECTURE) && !defined(SANITIZED)

/* What libvips, GLib and the C library need to compute: memory, threads, clocks, and the files that are open.
 */
static const unsigned allowed[] = {SYS_read,
                                   SYS_write,
                                   SYS_readv,
                                   SYS_writev,
                                   SYS_close,
                                   SYS_fstat,
                                   SYS_lseek,
                                   SYS_mmap,
                                   SYS_munmap,
                                   SYS_mprotect,
                                   SYS_mremap,
                                   SYS_madvise,
                                   SYS_brk,
                                   SYS_futex,
                                   SYS_membarrier,
                                   SYS_clone,
                                   SYS_clone3,
                                   SYS_set_robust_list,
                                   SYS_rseq,
                                   SYS_set_tid_address,
                                   SYS_gettid,
                                   SYS_getpid,
                                   SYS_exit,
                                   SYS_exit_group,
                                   SYS_restart_syscall,
                                   SYS_rt_sigaction,
                                   SYS_rt_sigprocmask,
                                   SYS_rt_sigreturn,
                                   SYS_sigaltstack,
                                   SYS_sched_yield,
                                   SYS_sched_getaffinity,
                                   SYS_sched_getattr,
                                   SYS_clock_gettime,
                                   SYS_clock_getres,
                                   SYS_clock_nanosleep,
                                   SYS_nanosleep,
                                   SYS_gettimeofday,
                                   SYS_getrandom,
                                   SYS_getrusage,
                                   SYS_getcpu,
                                   SYS_sysinfo,
                                   SYS_uname};

enum { ALLOWED = sizeof allowed / sizeof *allowed, HEAD = 4, TAIL = 2 };

bool confine(void) {
    struct sock_filter filter[HEAD + ALLOWED + TAIL] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    };
    for (size_t i = 0; i < ALLOWED; i++) {
        uint8_t to_the_end = (uint8_t)(ALLOWED - i);
        filter[HEAD + i] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowed[i], to_the_end, 0);
    }
    filter[HEAD + ALLOWED] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1 /* EPERM */);
    filter[HEAD + ALLOWED + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

bool confine(void) {
    return true; /* elsewhere the limits of the process have to do */
}

#endif
