/* Seats and who holds them, next steps, return links and slips; what there is to read, and who steers; what
 * is erased, and held. */
#include "schedule_tools.h"

enum {
    SEATS = 3,
    HOLDINGS = 4,
    MATERIALS = 4,
    PICTURES = 6,
    STUDIES = 3,
    STEPS_OF_ALL = 20,
    LINKS = 12,
    SLIPS = 12,
    NEWCOMERS = 6,
    TOKENS = 30,
    MARKS = 4
};

static struct str a_hash(struct schedule *schedule, char of, unsigned count) {
    return arena_format(&schedule->arena, "%c%063u", of, schedule_below(schedule, count));
}

static struct actor somebody(struct schedule *schedule) {
    return person(schedule_below(schedule, PEOPLE));
}

static struct id one_of_or_none(struct schedule *schedule, unsigned range, unsigned count) {
    return one_in(schedule, 3) ? (struct id){{0}} : pick(schedule, range, count);
}

static struct event put_seat(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_SEAT_PUT);
    struct id id = pick(schedule, SEAT, SEATS);
    event.body.seat_put = (struct event_seat_put){
        .id = id,
        .base = process_seat(process, id) ? base_of(schedule, process) : 0,
        .title = STR("Enhetschef"),
        .role = one_of_or_none(schedule, ROLE, 3),
        .organisation = one_of_or_none(schedule, ORGANISATION, 2),
        .position = schedule_below(schedule, 9),
        .removed = one_in(schedule, 4),
    };
    return event;
}

static struct event put_holding(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_HOLDING_PUT);
    struct id id = pick(schedule, HOLDING, HOLDINGS);
    event.body.holding_put = (struct event_holding_put){
        .id = id,
        .base = process_holding(process, id) ? base_of(schedule, process) : 0,
        .seat = pick(schedule, SEAT, SEATS + 1),
        .name = one_in(schedule, 9) ? STR(" ") : pick_text(schedule),
        .from = schedule_below(schedule, 5),
        .until = schedule_below(schedule, 9),
        .deputy = one_in(schedule, 3),
        .removed = one_in(schedule, 4),
    };
    return event;
}

static struct event sit(struct schedule *schedule) {
    struct event event = make(schedule, somebody(schedule), EVENT_PARTICIPANT_PUT);
    event.body.participant_put = (struct event_participant_put){
        .rev = next_rev(schedule),
        .name = arena_format(&schedule->arena, "Namn %u", schedule_below(schedule, 1000)),
        .seat = one_of_or_none(schedule, SEAT, SEATS),
        .deputy = one_in(schedule, 2),
    };
    return event;
}

static struct event put_step(struct schedule *schedule) {
    unsigned n = schedule_below(schedule, STEPS_OF_ALL);
    struct event event = make(schedule, person(one_in(schedule, 9) ? 0 : n % PEOPLE), EVENT_STEP_PUT);
    event.body.step_put = (struct event_step_put){
        .id = make_id(STEP + n),
        .rev = next_rev(schedule),
        .session = one_of_or_none(schedule, SESSION, SESSIONS + 1),
        .text = pick_text(schedule),
        .until = schedule_below(schedule, 9),
        .done = one_in(schedule, 3),
        .shared = !one_in(schedule, 3),
        .removed = one_in(schedule, 4),
    };
    return event;
}

/* ---- what hosts say besides ---- */

static struct event put_material(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_MATERIAL_PUT);
    struct id id = pick(schedule, MATERIAL, MATERIALS);
    event.body.material_put = (struct event_material_put){
        .id = id,
        .base = process_material(process, id) ? base_of(schedule, process) : 0,
        .session = one_of_or_none(schedule, SESSION, SESSIONS + 1),
        .item = one_of_or_none(schedule, ITEM, ITEMS),
        .title = STR("Rapporten"),
        .url = one_in(schedule, 9) ? STR("rapporten") : STR("https://example.org/rapport"),
        .position = schedule_below(schedule, 9),
        .removed = one_in(schedule, 4),
    };
    return event;
}

/* Mostly of the session where it was, with the bytes that it had. */
static struct event put_picture(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_PICTURE_PUT);
    unsigned n = schedule_below(schedule, PICTURES);
    struct id id = make_id(PICTURE + n);
    event.body.picture_put = (struct event_picture_put){
        .id = id,
        .base = process_picture(process, id) ? base_of(schedule, process) : 0,
        .session = one_in(schedule, 9) ? pick(schedule, SESSION, SESSIONS + 1) : make_id(SESSION + n % 2),
        .item = one_in(schedule, 3) ? pick(schedule, ITEM, ITEMS) : (struct id){{0}},
        .round = one_in(schedule, 2) ? pick(schedule, ROUND, 4) : (struct id){{0}},
        .group = one_in(schedule, 2) ? pick(schedule, TABLE, 2) : (struct id){{0}},
        .blob = one_in(schedule, 9) ? STR("andra") : STR("stora"),
        .small = STR("lilla"),
        .type = PICTURE_TYPE_JPEG,
        .width = 4,
        .height = 3,
        .caption = one_in(schedule, 3)
                       ? STR("")
                       : arena_format(&schedule->arena, "Bild %u", schedule_below(schedule, 99)),
        .drawn = one_in(schedule, 2),
        .position = schedule_below(schedule, 9),
        .removed = one_in(schedule, 4),
    };
    return event;
}

static struct event put_mark(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_MARK_PUT);
    unsigned n = schedule_below(schedule, MARKS);
    event.body.mark_put = (struct event_mark_put){
        .id = make_id(MARK + n),
        .base = process_mark(process, make_id(MARK + n)) ? base_of(schedule, process) : 0,
        .session = one_in(schedule, 9) ? pick(schedule, SESSION, SESSIONS + 1) : make_id(SESSION + n % 2),
        .title = arena_format(&schedule->arena, "Ljud %u", schedule_below(schedule, 99)),
        .removed = one_in(schedule, 4),
    };
    return event;
}

/* By one of two, who may try each other's. */
static struct event put_field_note(struct schedule *schedule, const struct process *process) {
    struct actor who = account();
    unsigned n = schedule_below(schedule, MARKS);
    who.id = make_id(ACCOUNT + (one_in(schedule, 9) ? 0 : n % 2));
    struct event event = make(schedule, who, EVENT_FIELD_NOTE_PUT);
    event.body.field_note_put = (struct event_field_note_put){
        .id = make_id(FIELD_NOTE + n),
        .base = process_field_note(process, make_id(FIELD_NOTE + n)) ? base_of(schedule, process) : 0,
        .session = one_in(schedule, 9) ? pick(schedule, SESSION, SESSIONS + 1) : make_id(SESSION + n % 2),
        .text = pick_text(schedule),
        .removed = one_in(schedule, 4),
    };
    return event;
}

/* By one of two. */
static struct event steer(struct schedule *schedule) {
    struct actor who = account();
    who.id = pick(schedule, ACCOUNT, 2);
    struct event event = make(schedule, who, EVENT_SESSION_STEER);
    event.body.session_steer = (struct event_session_steer){
        .id = pick(schedule, SESSION, SESSIONS + 1),
        .account = one_of_or_none(schedule, ACCOUNT, 2),
        .name = one_in(schedule, 9) ? STR("") : STR("Robin"),
    };
    return event;
}

/* ---- links and slips ---- */

static struct event put_way(struct schedule *schedule) {
    struct event event = make(schedule, somebody(schedule), EVENT_PARTICIPANT_WAY);
    event.body.participant_way = (struct event_participant_way){a_hash(schedule, 'w', LINKS)};
    return event;
}

/* Mostly by whose link it is. */
static struct event move(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, server(), EVENT_PARTICIPANT_MOVE);
    struct str link = a_hash(schedule, 'w', LINKS);
    const struct way *way = process_way(process, link);
    bool theirs = way && way->person && !one_in(schedule, 6);
    event.body.participant_move = (struct event_participant_move){
        .id = theirs ? way->person->id : somebody(schedule).id,
        .way = link,
        .token_hash = a_hash(schedule, 't', TOKENS),
    };
    return event;
}

static struct event add_slips(struct schedule *schedule) {
    struct event event = make(schedule, account(), EVENT_SLIPS_ADD);
    size_t count = 1 + schedule_below(schedule, 3);
    struct str *hashes = arena_allocate_array(&schedule->arena, count, sizeof *hashes);
    for (size_t i = 0; i < count; i++) {
        hashes[i] = a_hash(schedule, one_in(schedule, 9) ? 'w' : 's', SLIPS);
    }
    event.body.slips_add = (struct event_slips_add){
        .session = pick(schedule, SESSION, SESSIONS), .hashes = hashes, .hashes_count = count};
    return event;
}

static struct event take_slip(struct schedule *schedule) {
    struct event event = make(schedule, server(), EVENT_PARTICIPANT_JOIN);
    event.body.participant_join = (struct event_participant_join){
        .id = pick(schedule, PERSON + PEOPLE, NEWCOMERS),
        .session = pick(schedule, SESSION, SESSIONS),
        .token_hash = a_hash(schedule, 't', TOKENS),
        .slip = a_hash(schedule, one_in(schedule, 9) ? 'w' : 's', SLIPS),
    };
    return event;
}

/* ---- research ---- */

static struct event put_study(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_STUDY_PUT);
    struct id id = pick(schedule, STUDY, STUDIES);
    event.body.study_put = (struct event_study_put){
        .id = id,
        .base = process_study(process, id) ? base_of(schedule, process) : 0,
        .title = STR("Nära vård"),
        .investigator = pick_text(schedule),
        .text = arena_format(&schedule->arena, "Lydelse %u", schedule_below(schedule, 4)),
        .from_version = 1 + schedule_below(schedule, 2),
        .closed = one_in(schedule, 6),
        .removed = one_in(schedule, 6),
    };
    return event;
}

static struct event put_information(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_INFORMATION_PUT);
    event.body.information_put = (struct event_information_put){
        .id = make_id(INFORMATION),
        .base = one_in(schedule, 5) ? 0 : base_of(schedule, process),
        .text = arena_format(&schedule->arena, "Så här gör vi %u", schedule_below(schedule, 3)),
        .contact = pick_text(schedule),
        .removed = one_in(schedule, 6),
    };
    return event;
}

static struct event answer_study(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, somebody(schedule), EVENT_PARTICIPANT_CONSENT);
    struct id id = pick(schedule, STUDY, STUDIES + 1);
    const struct study *study = process_study(process, id);
    bool is_current = study && !one_in(schedule, 4);
    event.body.participant_consent = (struct event_participant_consent){
        .rev = next_rev(schedule),
        .consent = !one_in(schedule, 3),
        .study = id,
        .version = is_current ? study->version : 1 + schedule_below(schedule, 3),
    };
    return event;
}

static struct event ask_about_research(struct schedule *schedule, const struct process *process) {
    switch (schedule_below(schedule, 4)) {
    case 0:
        return put_study(schedule, process);
    case 1:
        return put_information(schedule, process);
    default:
        return answer_study(schedule, process);
    }
}

/* ---- what is erased, and held ---- */

static struct id a_thing(struct schedule *schedule) {
    switch (schedule_below(schedule, 6)) {
    case 0:
        return pick(schedule, DIARY, ENTRIES_OF_DIARY);
    case 1:
        return pick(schedule, STEP, STEPS_OF_ALL);
    case 2:
        return pick(schedule, ENTRY, ENTRIES);
    case 3:
        return pick(schedule, PICTURE, PICTURES);
    default:
        return pick(schedule, NOTE, NOTES);
    }
}

/* Of a note mostly by its author. */
static struct event erase(struct schedule *schedule, const struct process *process) {
    struct id thing = a_thing(schedule);
    const struct note *note = process_note(process, thing);
    bool by_host = !note || one_in(schedule, 3);
    struct actor author = note ? note->author : somebody(schedule);
    struct event event = make(schedule, by_host ? account() : author, EVENT_CONTRIBUTION_ERASE);
    event.body.contribution_erase = (struct event_contribution_erase){.thing = thing};
    if (by_host || one_in(schedule, 9)) {
        event.body.contribution_erase.reason = STR("Bad om det");
        event.body.contribution_erase.decision = STR("Nämnden");
    }
    return event;
}

static struct event hold(struct schedule *schedule, const struct process *process) {
    enum hold_of what = HOLD_OF_PROCESS + schedule_below(schedule, 3);
    struct event event = make(schedule, account(), EVENT_HOLD_PUT);
    struct id id = pick(schedule, HOLD + 10 * (unsigned)what, 3);
    const struct hold *old = process_hold(process, id);
    struct id of = what == HOLD_OF_PROCESS   ? (struct id){{0}}
                   : what == HOLD_OF_SESSION ? pick(schedule, SESSION, SESSIONS + 1)
                   : one_in(schedule, 2)     ? pick(schedule, ROUND, ROUNDS)
                                             : a_thing(schedule);
    event.body.hold_put = (struct event_hold_put){
        .id = id,
        .base = old ? base_of(schedule, process) : 0,
        .what = what,
        .of = old ? old->of : of,
        .reason = STR("Utlämnande prövas"),
        .removed = !one_in(schedule, 4),
    };
    return event;
}

static struct event erase_or_hold(struct schedule *schedule, const struct process *process) {
    if (one_in(schedule, 30)) {
        return make(schedule, somebody(schedule), EVENT_PARTICIPANT_ERASE);
    }
    return one_in(schedule, 3) ? hold(schedule, process) : erase(schedule, process);
}

struct event schedule_people(struct schedule *schedule, const struct process *process) {
    switch (schedule_below(schedule, 21)) {
    case 0:
        return put_seat(schedule, process);
    case 1:
        return put_holding(schedule, process);
    case 2:
        return sit(schedule);
    case 3:
        return put_way(schedule);
    case 4:
        return move(schedule, process);
    case 5:
        return add_slips(schedule);
    case 6:
        return take_slip(schedule);
    case 7:
        return put_material(schedule, process);
    case 8:
        return steer(schedule);
    case 9:
    case 10:
        return put_picture(schedule, process);
    case 11:
        return put_mark(schedule, process);
    case 12:
    case 13:
    case 14:
    case 15:
        return ask_about_research(schedule, process);
    case 16:
        return erase_or_hold(schedule, process);
    case 17:
        return put_field_note(schedule, process);
    default:
        return put_step(schedule);
    }
}
