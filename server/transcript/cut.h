/* Which of a ballot's choices are chosen where it has a cut: as the pages draw the line
 * (web/src/shared/cut.ts). */
#ifndef SAMSKAP_TRANSCRIPT_CUT_H
#define SAMSKAP_TRANSCRIPT_CUT_H

#include <stddef.h>
#include <stdint.h>

enum cut_side { CUT_NONE, CUT_CHOSEN, CUT_TIED, CUT_OUT };

/* By votes alone, since nothing else was asked. Those that stand on the line with as many votes as others
 * that would not come in are tied: whoever leads decides. What nobody voted for is out. NONE: there is no
 * cut. */
enum cut_side cut_side_of(const int64_t *votes, size_t count, int64_t cut, size_t choice);

#endif
