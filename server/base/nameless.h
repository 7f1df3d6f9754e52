/* Files without a name: nobody else can open them, and they are gone with the last that has them open, also
 * when the program is killed. */
#ifndef SAMSKAP_BASE_NAMELESS_H
#define SAMSKAP_BASE_NAMELESS_H

/* A new, empty file to read and write, on the folder's file system; NULL: in memory. The caller closes it.
 * -1: errno says why. Blocks. */
int nameless_open(const char *folder);

#endif
