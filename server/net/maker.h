/* The program samskap-picture, which makes pictures of what is uploaded: started for one file, and over when
 * that is done. Any thread but the loop's: blocks. */
#ifndef SAMSKAP_NET_MAKER_H
#define SAMSKAP_NET_MAKER_H

#include "base/buffer.h"
#include "base/status.h"
#include "base/str.h"

enum {
    MAKER_FILE = 5 * 1024 * 1024, /* bytes that it takes */
    MAKER_TIME = 30 * 1000,       /* milliseconds that it may take */
    MAKER_TYPE = 8,
};

struct made {
    char type[MAKER_TYPE]; /* "jpeg" or "png" */
    int width, height;
    struct str large, small; /* files, in output */
    struct buffer output;
    const char *refusal; /* a sentence, in output; NULL */
};

/* Where the program is: as it is configured, else beside the one that runs. To be freed. */
char *maker_find(const char *configured);
/* OK. INVALID: it is no picture that can be taken, made->refusal says why (NULL: whatever it was, the program
 * did not come to an end). NOT_FOUND: the program is not there. made is to be finished in any case. */
MUST_CHECK enum status maker_run(const char *program, struct str file, int milliseconds, struct made *made);
void made_finish(struct made *made);

#endif
