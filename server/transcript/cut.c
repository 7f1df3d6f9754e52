#include "transcript/cut.h"

enum cut_side cut_side_of(const int64_t *votes, size_t count, int64_t cut, size_t choice) {
    int64_t above = 0, level = 0;
    for (size_t i = 0; i < count; i++) {
        above += votes[i] > votes[choice];
        level += votes[i] == votes[choice];
    }
    if (cut == 0) {
        return CUT_NONE;
    }
    if (votes[choice] == 0 || above >= cut) {
        return CUT_OUT;
    }
    return above + level <= cut ? CUT_CHOSEN : CUT_TIED;
}
