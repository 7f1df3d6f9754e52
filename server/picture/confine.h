/* What a program may do once it has all that it needs: compute, and read and write what it has open. */
#ifndef SAMSKAP_PICTURE_CONFINE_H
#define SAMSKAP_PICTURE_CONFINE_H

#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

/* From now on this process opens and changes no file, reaches no network, and neither sees nor signals any
 * other process; what it asks for is refused (EPERM). For good, and for all of its threads. False: the kernel
 * cannot. (Where the program is built to look for faults of its own it reads files as it goes, and is let.)
 */
bool confine(void);

#endif
