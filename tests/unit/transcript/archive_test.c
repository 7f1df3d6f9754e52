#include "transcript/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "transcript/archive_text.h"

enum { EVENTS = 120, BLOBS = 3 };

static const struct id process = {
    {0x0f, 0x8f, 0xad, 0x5b, 0xd9, 0xcb, 0x46, 0x9f, 0xa1, 0x65, 0x70, 0x86, 1, 2, 3, 4}};

static struct arena arena;
static struct buffer file;
static char path[64];

/* ---- something to archive ---- */

struct shelf {
    struct archive_event events[EVENTS];
    size_t event_count;
    struct archive_blob blobs[BLOBS];
    size_t blob_count;
    int calls;
    int change_at_call; /* the first event differs then */
};

static struct shelf shelf;

static void fill_shelf(void) {
    shelf.event_count = EVENTS;
    for (int i = 0; i < EVENTS; i++) {
        struct archive_event *event = &shelf.events[i];
        *event = (struct archive_event){.seq = i + 1, .at = 1700000000000 + i, .version = 1 + i % 2};
        event->command.bytes[0] = 7;
        event->command.bytes[15] = (uint8_t)i;
        event->redacted = i % 5 == 0;
        event->actor = i % 2 ? STR("server") : STR("participant:0f8fad5b-d9cb-469f-a165-70867728950e");
        event->kind = STR("note.put");
        event->body = arena_format(
            &arena, "{\"text\":\"rad ett\\nå \\\"%d\\\" \xf0\x9f\x8c\xb1 \\u0001\xe2\x80\xa8\"}", i);
    }
    for (size_t i = 0; i < BLOBS; i++) {
        struct archive_blob *blob = &shelf.blobs[i];
        size_t size = i * 70000;
        char *bytes = arena_allocate(&arena, size + 1);
        for (size_t j = 0; j < size; j++) {
            bytes[j] = (char)(j * (j >> 7) + i);
        }
        blob->type = i == 1 ? STR("image/png") : STR("image/svg+xml; charset=utf-8");
        blob->bytes = (struct str){bytes, size};
        crypto_hash_sha256(blob->sha256, (unsigned char *)bytes, size);
    }
    shelf.blob_count = BLOBS;
}

static enum status shelf_events(void *context, archive_event_fn *each, void *each_context) {
    struct shelf *from = context;
    from->calls++;
    for (size_t i = 0; i < from->event_count; i++) {
        struct archive_event event = from->events[i];
        if (i == 0 && from->calls == from->change_at_call) {
            event.at++;
        }
        if (!each(each_context, &event)) {
            break;
        }
    }
    return STATUS_OK;
}

static enum status shelf_blobs(void *context, archive_blob_fn *each, void *each_context) {
    struct shelf *from = context;
    for (size_t i = 0; i < from->blob_count && each(each_context, &from->blobs[i]); i++) {
    }
    return STATUS_OK;
}

/* ---- a file of it ---- */

struct memory_sink {
    struct sink sink;
    size_t most;
};

static bool append(struct sink *sink, const void *bytes, size_t size) {
    struct memory_sink *memory = (struct memory_sink *)sink;
    if (file.size + size > memory->most) {
        return false;
    }
    buffer_append(&file, bytes, size);
    return true;
}

static enum status write_archive(size_t most) {
    struct memory_sink sink = {{append}, most};
    struct archive_source source = {&shelf, process, shelf_events, shelf_blobs};
    buffer_clear(&file);
    shelf.calls = 0;
    return archive_write_process(&source, &sink.sink);
}

static void store(const void *bytes, size_t size) {
    FILE *stream = fopen(path, "wb");
    cr_assert(stream);
    cr_assert_eq(fwrite(bytes, 1, size, stream), size);
    cr_assert_eq(fclose(stream), 0);
}

static void set_up(void) {
    arena_init(&arena);
    buffer_init(&file);
    snprintf(path, sizeof path, "/tmp/samskap-archive-XXXXXX");
    int descriptor = mkstemp(path);
    cr_assert(descriptor >= 0);
    close(descriptor);
    shelf = (struct shelf){0};
    fill_shelf();
}

static void tear_down(void) {
    unlink(path);
    buffer_finish(&file);
    arena_finish(&arena);
}

TestSuite(archive, .init = set_up, .fini = tear_down);

/* ---- reading it ---- */

struct taken {
    int64_t begun, events, blobs, stop_at;
};

static bool take_begin(void *context, struct id id, int64_t events, int64_t blobs) {
    struct taken *taken = context;
    taken->begun++;
    cr_expect(id_equal(id, process));
    cr_expect_eq(events, (int64_t)shelf.event_count);
    cr_expect_eq(blobs, (int64_t)shelf.blob_count);
    return true;
}

static bool take_event(void *context, const struct archive_event *event) {
    struct taken *taken = context;
    const struct archive_event *expected = &shelf.events[taken->events++];
    cr_expect_eq(event->seq, expected->seq);
    cr_expect_eq(event->at, expected->at);
    cr_expect_eq(event->version, expected->version);
    cr_expect_eq(event->redacted, expected->redacted);
    cr_expect(id_equal(event->command, expected->command));
    cr_expect(str_equal(event->actor, expected->actor));
    cr_expect(str_equal(event->kind, expected->kind));
    cr_expect(str_equal(event->body, expected->body), "byte for byte");
    return taken->events != taken->stop_at;
}

static bool take_blob(void *context, const struct archive_blob *blob) {
    struct taken *taken = context;
    const struct archive_blob *expected = &shelf.blobs[taken->blobs++];
    cr_expect_eq(memcmp(blob->sha256, expected->sha256, sizeof blob->sha256), 0);
    cr_expect(str_equal(blob->type, expected->type));
    cr_expect(str_equal(blob->bytes, expected->bytes));
    return true;
}

static enum status read_archive(struct taken *taken) {
    struct archive_taker taker = {taken, take_begin, take_event, take_blob};
    return archive_read_process(path, &taker);
}

static void expect_refused(enum status expected, const char *what) {
    struct taken taken = {0};
    enum status status = read_archive(&taken);
    cr_expect_eq(status, expected, "%s: %s", what, status_text(status));
    cr_expect_eq(taken.begun + taken.events + taken.blobs, 0, "%s: nothing is taken of it", what);
}

Test(archive, what_was_written_is_read) {
    struct taken taken = {0};
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    store(file.data, file.size);
    cr_assert_eq(read_archive(&taken), STATUS_OK);
    cr_expect_eq(taken.begun, 1);
    cr_expect_eq(taken.events, EVENTS);
    cr_expect_eq(taken.blobs, BLOBS);
}

Test(archive, a_process_without_events_and_blobs_is_one_too) {
    struct taken taken = {0};
    shelf.event_count = shelf.blob_count = 0;
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    store(file.data, file.size);
    cr_assert_eq(read_archive(&taken), STATUS_OK);
    cr_expect_eq(taken.begun, 1);
}

Test(archive, the_same_journal_gives_the_same_bytes) {
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    struct str first = arena_copy(&arena, buffer_str(&file));
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    cr_expect(str_equal(first, buffer_str(&file)));
}

Test(archive, a_file_cut_off_anywhere_is_refused) {
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    for (size_t size = 0; size < file.size; size += size < 100 || size + 200 > file.size ? 11 : 9001) {
        struct taken taken = {0};
        store(file.data, size);
        cr_expect_neq(read_archive(&taken), STATUS_OK, "cut at %zu", size);
        cr_expect_eq(taken.begun, 0);
    }
}

Test(archive, a_file_with_a_changed_byte_is_refused_or_says_the_same) {
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    for (size_t at = 0; at < file.size; at += 997) {
        struct taken taken = {0};
        file.data[at] = (char)(file.data[at] ^ 0x41);
        store(file.data, file.size);
        if (read_archive(&taken) == STATUS_OK) { /* where a zip has bytes that say nothing */
            cr_expect_eq(taken.events, EVENTS);
            cr_expect_eq(taken.blobs, BLOBS);
        }
        file.data[at] = (char)(file.data[at] ^ 0x41);
    }
}

Test(archive, a_sink_that_takes_no_more_ends_it) {
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    size_t size = file.size;
    cr_expect_eq(write_archive(0), STATUS_IO);
    cr_expect_eq(write_archive(size / 2), STATUS_IO);
    cr_expect_eq(write_archive(size - 1), STATUS_IO);
    cr_expect_eq(write_archive(size), STATUS_OK);
}

Test(archive, a_source_that_changes_meanwhile_is_seen) {
    shelf.change_at_call = 2;
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_CONFLICT);
}

Test(archive, what_no_archive_may_hold_is_not_written) {
    static char large[ARCHIVE_BODY_SIZE + 1];
    memset(large, 'x', sizeof large);
    const struct archive_event good = shelf.events[3];
    struct archive_event *event = &shelf.events[3];
    event->seq = 9;
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_INVALID, "a gap");
    *event = good;
    event->body = (struct str){large, sizeof large};
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_INVALID, "too long");
    event->body.size--;
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_OK);
    event->body = STR("\xff");
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_INVALID, "no UTF-8");
    event->body = STR("a\0b");
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_INVALID, "a NUL");
    *event = good;
    shelf.blobs[1].sha256[0] ^= 1;
    cr_expect_eq(write_archive(SIZE_MAX), STATUS_INVALID, "not what it is named");
}

Test(archive, the_taker_may_stop) {
    struct taken taken = {.stop_at = 10};
    cr_assert_eq(write_archive(SIZE_MAX), STATUS_OK);
    store(file.data, file.size);
    cr_expect_eq(read_archive(&taken), STATUS_CANCELLED);
    cr_expect_eq(taken.events, 10);
    cr_expect_eq(taken.blobs, 0);
}

Test(archive, what_is_no_archive_is_refused) {
    store("", 0);
    expect_refused(STATUS_INVALID, "empty");
    store("PK\3\4", 4);
    expect_refused(STATUS_INVALID, "a zip's first bytes");
    static const char text[] = "{\"format\":\"samskap.transcript\"}\n";
    store(text, sizeof text - 1);
    expect_refused(STATUS_INVALID, "text");
    unlink(path);
    expect_refused(STATUS_NOT_FOUND, "no file");
    snprintf(path, sizeof path, "/tmp");
    expect_refused(STATUS_INVALID, "a folder");
    snprintf(path, sizeof path, "/tmp/samskap-no-such-file");
}

/* ---- archives that we would not write ---- */

struct part {
    const char *name;
    struct str bytes;
};

static void store_parts(const struct part *parts, size_t count) {
    struct archive *zip = archive_write_new();
    cr_assert_eq(archive_write_set_format_zip(zip), ARCHIVE_OK);
    cr_assert_eq(archive_write_set_bytes_in_last_block(zip, 1), ARCHIVE_OK);
    cr_assert_eq(archive_write_open_filename(zip, path), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, parts[i].name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, (la_int64_t)parts[i].bytes.size);
        cr_assert_eq(archive_write_header(zip, entry), ARCHIVE_OK);
        archive_write_data(zip, parts[i].bytes.data, parts[i].bytes.size);
        archive_entry_free(entry);
    }
    cr_assert_eq(archive_write_free(zip), ARCHIVE_OK);
}

static struct str manifest(struct str events, int64_t event_count, int64_t blob_count) {
    struct archive_manifest parts = {.process = process, .events = event_count, .blobs = blob_count};
    struct buffer text;
    crypto_hash_sha256(parts.sum, (const unsigned char *)events.data, events.size);
    buffer_init(&text);
    archive_encode_manifest(&parts, &text);
    struct str copy = arena_copy(&arena, buffer_str(&text));
    buffer_finish(&text);
    return copy;
}

static struct str event_line(int number) {
    struct buffer text;
    buffer_init(&text);
    cr_assert_eq(archive_encode_event(&shelf.events[number], &text), STATUS_OK);
    struct str copy = arena_copy(&arena, buffer_str(&text));
    buffer_finish(&text);
    return copy;
}

static void expect_events_refused(struct str events, int64_t count, enum status expected, const char *what) {
    struct part parts[] = {
        {"manifest.json", manifest(events, count, 0)}, {"events.jsonl", events}, {"blobs.jsonl", STR("")}};
    store_parts(parts, 3);
    expect_refused(expected, what);
}

Test(archive, a_manifest_says_what_it_is) {
    static const char *const refused[] = {
        "",
        "{}",
        "[]",
        "{\"format\":\"samskap.archive\"}",
        "{\"format\":\"samskap.transcript\",\"version\":1}",
        "{\"format\":\"samskap.archive\",\"version\":1,\"process\":\"x\",\"events\":0,\"blobs\":0}",
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct part part = {"manifest.json", str_of(refused[i])};
        store_parts(&part, 1);
        expect_refused(STATUS_INVALID, refused[i]);
    }
    struct part newer = {"manifest.json",
                         STR("{\"format\":\"samskap.archive\",\"version\":2,\"things\":[{\"new\":true}]}")};
    store_parts(&newer, 1);
    expect_refused(STATUS_UNSUPPORTED, "newer");
    struct part other = {"README.txt", STR("hello")};
    store_parts(&other, 1);
    expect_refused(STATUS_INVALID, "another zip");
    char *padded = arena_allocate(&arena, ARCHIVE_MANIFEST_SIZE + 2);
    memset(padded, ' ', ARCHIVE_MANIFEST_SIZE + 1);
    struct part large = {"manifest.json", {padded, ARCHIVE_MANIFEST_SIZE + 1}};
    store_parts(&large, 1);
    expect_refused(STATUS_INVALID, "a large manifest");
    struct part many = {"manifest.json", manifest(STR(""), (int64_t)ARCHIVE_EVENTS + 1, 0)};
    store_parts(&many, 1);
    expect_refused(STATUS_TOO_LARGE, "too many events");
}

Test(archive, events_are_whole_in_order_and_as_many_as_was_said) {
    struct str one = event_line(0), two = event_line(1), three = event_line(2);
    struct str both = arena_format(&arena, "%.*s%.*s", STR_ARGS(one), STR_ARGS(two));
    struct str gap = arena_format(&arena, "%.*s%.*s", STR_ARGS(one), STR_ARGS(three));
    struct str twice = arena_format(&arena, "%.*s%.*s", STR_ARGS(one), STR_ARGS(one));
    expect_events_refused(both, 1, STATUS_CORRUPT, "more than said");
    expect_events_refused(both, 3, STATUS_CORRUPT, "fewer than said");
    expect_events_refused(gap, 2, STATUS_CORRUPT, "a gap");
    expect_events_refused(twice, 2, STATUS_CORRUPT, "one twice");
    expect_events_refused((struct str){both.data, both.size - 1}, 2, STATUS_CORRUPT, "no end of the line");
    expect_events_refused(STR("{}\n"), 1, STATUS_CORRUPT, "no event");
    expect_events_refused(STR("\n"), 1, STATUS_CORRUPT, "an empty line");
    struct part parts[] = {
        {"manifest.json", manifest(one, 2, 0)}, {"events.jsonl", both}, {"blobs.jsonl", STR("")}};
    store_parts(parts, 3);
    expect_refused(STATUS_CORRUPT, "the sum of other events");
    parts[0].bytes = manifest(both, 2, 0);
    store_parts(parts, 2);
    expect_refused(STATUS_CORRUPT, "no list of blobs");
    struct part more[] = {parts[0], parts[1], parts[2], {"blobs/extra", STR("x")}};
    store_parts(more, 4);
    expect_refused(STATUS_CORRUPT, "something behind it");
}

/* The fold adds to times, and calendars end. */
Test(archive, times_are_times) {
    static const int64_t times[] = {-1, 253402300800000, INT64_MAX, INT64_MIN};
    struct buffer line;
    buffer_init(&line);
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        struct archive_event event = shelf.events[0];
        event.at = times[i];
        buffer_clear(&line);
        cr_expect_eq(archive_encode_event(&event, &line), STATUS_INVALID, "%zu", i);
        event.at = 1;
        buffer_clear(&line);
        cr_assert_eq(archive_encode_event(&event, &line), STATUS_OK);
        struct str text = buffer_str(&line), before;
        cr_assert(str_split(&text, ',', &before) && str_split(&text, ',', &before), "seq, command");
        cr_assert(str_split(&text, ',', &before) && str_equal(before, STR("\"at\":1")));
        struct str forged = arena_format(&arena, "%.*s\"at\":%lld,%.*s", (int)(before.data - line.data),
                                         line.data, (long long)times[i], STR_ARGS(text));
        expect_events_refused(forged, 1, STATUS_CORRUPT, "a time that is none");
    }
    buffer_finish(&line);
}

Test(archive, a_long_line_is_refused) {
    size_t size = ARCHIVE_LINE_SIZE + 1000;
    char *line = arena_allocate(&arena, size);
    for (size_t i = 0; i + 1 < size; i++) {
        line[i] = (char)('a' + (i * (i >> 5)) % 26);
    }
    line[size - 1] = '\n';
    expect_events_refused((struct str){line, size}, 1, STATUS_TOO_LARGE, "a long line");
}

Test(archive, a_zip_bomb_is_refused) {
    size_t lines = 40;
    struct buffer bomb;
    buffer_init(&bomb);
    static char zeros[200000];
    memset(zeros, '0', sizeof zeros);
    for (size_t i = 0; i < lines; i++) {
        struct archive_event event = shelf.events[i];
        event.body = (struct str){zeros, sizeof zeros};
        cr_assert_eq(archive_encode_event(&event, &bomb), STATUS_OK);
    }
    expect_events_refused(buffer_str(&bomb), (int64_t)lines, STATUS_TOO_LARGE, "a bomb");
    buffer_finish(&bomb);
}
