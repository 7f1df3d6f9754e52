#include "live/commands.h"

#include "live/asking.h"
#include "live/attending.h"
#include "live/client.h"
#include "live/guards.h"
#include "live/housekeeping.h"
#include "live/joining.h"
#include "live/ways.h"

enum {
    PERSON = STANDING_PARTICIPANT,
    HOST = STANDING_HOST,
    ACCOUNT = STANDING_HOST | STANDING_HOUSE,
    ROOM = STANDING_PARTICIPANT | STANDING_HOST | STANDING_DISPLAY | STANDING_RESEARCHER
};

/* A row a line, however many there are. */
/* clang-format off */
static const struct command requests[REQUEST_END] = {
    [REQUEST_JOIN] = {STANDING_NEW, joining_join},
    [REQUEST_ATTEND] = {STANDING_NEW, attending_attend},
    [REQUEST_DIGEST] = {ROOM, asking_digest},
    [REQUEST_WORDS_PAGE] = {ROOM, asking_words_page},
    [REQUEST_WORDS_NOTES] = {ROOM, asking_words_notes},
    [REQUEST_WRITING] = {PERSON, asking_writing},
    [REQUEST_WAY_PUT] = {PERSON, ways_put},
    [REQUEST_SLIPS_PUT] = {HOST, ways_put_slips},
    [REQUEST_JOINING_PUT] = {HOST, housekeeping_put_joining},
    [REQUEST_DISPLAY_ADD] = {HOST, housekeeping_add_display},
    [REQUEST_HOUSE_LIST] = {STANDING_HOUSE, housekeeping_list},
    [REQUEST_HOUSE_ACCOUNTS] = {STANDING_HOUSE, housekeeping_accounts},
    [REQUEST_PROCESS_ADD] = {STANDING_HOUSE, housekeeping_add_process},
    [REQUEST_PROCESS_REMOVE] = {ACCOUNT, housekeeping_remove_process},
    [REQUEST_PROCESS_ERASE] = {ACCOUNT, housekeeping_erase_process},
    [REQUEST_DOWNLOAD_LIST] = {ACCOUNT, housekeeping_list_downloads},
    [REQUEST_TEMPLATE_PUT] = {ACCOUNT, housekeeping_put_template},
    [REQUEST_TEMPLATE_LIST] = {ACCOUNT, housekeeping_list_templates},
    [REQUEST_TEMPLATE_GET] = {ACCOUNT, housekeeping_get_template},
    [REQUEST_REMOTE_ADD] = {ACCOUNT, housekeeping_add_remote},
    [REQUEST_REMOTE_GET] = {ACCOUNT, housekeeping_get_remote},
    [REQUEST_ACCOUNT_ADD] = {STANDING_HOUSE, housekeeping_add_account},
    [REQUEST_GRANT_PUT] = {STANDING_HOUSE, housekeeping_put_grant},
};

static const struct command events[EVENT_END] = {
    [EVENT_PROCESS_PUT] = {HOST, guards_pass},
    [EVENT_RULES_RAISE] = {HOST, guards_pass},
    [EVENT_SESSION_PUT] = {HOST, guards_pass},
    [EVENT_SESSION_RUN] = {HOST, guards_pass},
    [EVENT_SESSION_STAGE] = {HOST, guards_pass},
    [EVENT_SESSION_STEER] = {HOST, guards_pass},
    [EVENT_SESSION_SAY] = {HOST, guards_pass},
    [EVENT_ITEM_PUT] = {HOST, guards_pass},
    [EVENT_ROUND_PUT] = {HOST, guards_pass},
    [EVENT_ROUND_OPEN] = {HOST, guards_pass},
    [EVENT_ROUND_DEADLINE] = {HOST, guards_pass},
    [EVENT_ROUND_CLOSE] = {HOST, guards_pass},
    [EVENT_ROUND_REVEAL] = {HOST, guards_pass},
    [EVENT_ENTRY_PUT] = {HOST, guards_pass},
    [EVENT_MATERIAL_PUT] = {HOST, guards_pass},
    [EVENT_PICTURE_PUT] = {HOST, guards_pass},
    [EVENT_MARK_PUT] = {HOST, guards_pass},
    [EVENT_FIELD_NOTE_PUT] = {STANDING_RESEARCHER, guards_pass},
    [EVENT_SEAT_PUT] = {HOST, guards_pass},
    [EVENT_HOLDING_PUT] = {HOST, guards_pass},
    [EVENT_STEP_PUT] = {PERSON, guards_pass},
    [EVENT_GROUPING_PUT] = {HOST, guards_pass},
    [EVENT_GROUPING_DEAL] = {HOST, guards_pass},
    [EVENT_GROUP_PLACE] = {HOST, guards_pass},
    [EVENT_GROUP_CHOOSE] = {PERSON, guards_pass},
    [EVENT_PARTICIPANT_PUT] = {PERSON, guards_pass},
    [EVENT_PARTICIPANT_CONSENT] = {PERSON, guards_pass},
    [EVENT_STUDY_PUT] = {HOST, guards_pass},
    [EVENT_INFORMATION_PUT] = {HOST, guards_pass},
    [EVENT_NOTE_PUT] = {PERSON, guards_pass},
    [EVENT_NOTE_REMOVE] = {PERSON, guards_pass},
    [EVENT_NOTE_HIDE] = {HOST, guards_pass},
    [EVENT_NOTE_ADMIT] = {HOST, guards_pass},
    [EVENT_NOTE_ENTER] = {HOST, guards_pass},
    [EVENT_NOTE_SUPPORT] = {PERSON, guards_pass},
    [EVENT_VOTE_PUT] = {PERSON, guards_pass},
    [EVENT_HANDS_PUT] = {HOST, guards_pass},
    [EVENT_ANSWER_PUT] = {PERSON, guards_pass},
    [EVENT_DIARY_PUT] = {PERSON, guards_pass},
    [EVENT_DIARY_ANSWER] = {HOST, guards_pass},
    [EVENT_CONTRIBUTION_ERASE] = {HOST | PERSON, guards_pass},
    [EVENT_PARTICIPANT_ERASE] = {PERSON, guards_pass},
    [EVENT_HOLD_PUT] = {HOST, guards_pass},
    [EVENT_BOARD_PUT] = {HOST, guards_pass},
    [EVENT_THEME_PUT] = {HOST | PERSON, guards_pass},
    [EVENT_COMPARISON_PUT] = {HOST, guards_pass},
    [EVENT_NOTE_SORT] = {HOST | PERSON, guards_pass},
    [EVENT_WORDS_PUT] = {HOST, guards_pass},
    [EVENT_WORD_MERGE] = {HOST, guards_pass},
    [EVENT_WORD_SPLIT] = {HOST, guards_pass},
    [EVENT_WORD_RENAME] = {HOST, guards_pass},
    [EVENT_WORD_MARK] = {HOST, guards_pass},
};
/* clang-format on */

const struct command *command_of(const struct request *request) {
    return request->kind != REQUEST_ABSENT ? &requests[request->kind] : &events[request->event];
}
