/* Programs that are started as children and talked with over one socket, which is their standard input and
 * output. They inherit nothing else: no files, no environment but what is given, no signal that is blocked or
 * ignored. Any thread. */
#ifndef SAMSKAP_BASE_CHILD_H
#define SAMSKAP_BASE_CHILD_H

#include <sys/types.h>

struct child {
    pid_t id;   /* 0: none */
    int socket; /* our end; blocking, closed on exec */
};

/* 0, or what is wrong as errno has it; then there is none. */
int child_start(struct child *child, const char *program, char *const arguments[], char *const environment[]);
/* Ends it, whatever it does, and waits until it is gone; none: nothing. */
void child_stop(struct child *child);

#endif
