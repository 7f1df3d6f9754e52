/* The record as a document: what stands in which style, in what order. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "meeting.h"
#include "support_zip.h"

enum { OF_BOARD = 40, OF_THEME, OF_ENTRY, OF_STATEMENT, SCALE = 70, DIARY };

static const char *const part_names[] = {
    "[Content_Types].xml", "_rels/.rels",     "docProps/core.xml", "word/_rels/document.xml.rels",
    "word/settings.xml",   "word/styles.xml", "word/document.xml",
};

static struct process *process;
static struct buffer zip, part, lines;

static void set_up(void) {
    process = meeting_create();
    buffer_init(&zip);
    buffer_init(&part);
    buffer_init(&lines);
}

static void tear_down(void) {
    buffer_finish(&lines);
    buffer_finish(&part);
    buffer_finish(&zip);
    process_destroy(process);
}

TestSuite(docx, .init = set_up, .fini = tear_down);

static xmlDocPtr parse_part(const char *name) {
    unzip_entry(&zip, name, &part);
    xmlDocPtr document = xmlReadMemory(part.data, (int)part.size, NULL, NULL, XML_PARSE_NONET);
    cr_assert_not_null(document, "%s is XML", name);
    return document;
}

static xmlXPathObjectPtr find(xmlXPathContextPtr context, xmlNodePtr from, const char *path) {
    context->node = from;
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, context);
    cr_assert_not_null(found);
    return found;
}

/* "Style|text", a line a paragraph; "/" for a line break in one. */
static void append_paragraph(xmlXPathContextPtr context, xmlNodePtr paragraph) {
    xmlXPathObjectPtr style = find(context, paragraph, "string(w:pPr/w:pStyle/@w:val)");
    xmlXPathObjectPtr pieces = find(context, paragraph, "w:r/*[self::w:t or self::w:br]");
    buffer_format(&lines, "%s|", (const char *)style->stringval);
    for (int i = 0; pieces->nodesetval && i < pieces->nodesetval->nodeNr; i++) {
        xmlChar *text = xmlNodeGetContent(pieces->nodesetval->nodeTab[i]);
        bool is_break = strcmp((const char *)pieces->nodesetval->nodeTab[i]->name, "br") == 0;
        buffer_append_str(&lines, is_break ? STR("/") : str_of((const char *)text));
        xmlFree(text);
    }
    buffer_append_byte(&lines, '\n');
    xmlXPathFreeObject(pieces);
    xmlXPathFreeObject(style);
}

static void read_lines(void) {
    xmlDocPtr document = parse_part("word/document.xml");
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, (const xmlChar *)"w",
                       (const xmlChar *)"http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    xmlXPathObjectPtr found = find(context, xmlDocGetRootElement(document), "//w:p");
    buffer_clear(&lines);
    buffer_append_byte(&lines, '\n');
    for (int i = 0; i < found->nodesetval->nodeNr; i++) {
        append_paragraph(context, found->nodesetval->nodeTab[i]);
    }
    buffer_append_byte(&lines, '\0');
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
}

static void write_docx(enum record_view view) {
    struct transcript_options options = {.view = view, .format = STR("docx")};
    buffer_clear(&zip);
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
    read_lines();
}

static bool has(const char *text) {
    return strstr(lines.data, text) != NULL;
}

static void expect(const char *text) {
    cr_expect(has(text), "%s\nis not in:\n%s", text, lines.data);
}

/* ---- what is in it ---- */

Test(docx, each_part_is_xml_and_says_when_by_the_record_alone) {
    write_docx(RECORD_VIEW_DOCUMENTATION);
    for (size_t i = 0; i < sizeof part_names / sizeof *part_names; i++) {
        xmlFreeDoc(parse_part(part_names[i]));
    }
    cr_expect_eq(unzip_entry(&zip, "docProps/core.xml", &part), 7);
    buffer_append_byte(&part, '\0');
    cr_expect_not_null(strstr(part.data, ">2021-02-12T09:00:00.000Z<"));
    unzip_entry(&zip, "word/styles.xml", &part);
    buffer_append_byte(&part, '\0');
    cr_expect_not_null(strstr(part.data, "<w:lang w:val=\"sv-SE\"/>"));
    cr_expect_not_null(strstr(part.data, "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"));
}

Test(docx, questions_and_whose_the_texts_are_stand_as_headings) {
    write_docx(RECORD_VIEW_DOCUMENTATION);
    cr_expect_eq(strncmp(lines.data, "\nTitle|", 7), 0);
    expect("\nSubtitle|Dokumentation\nDetail|Skapad: 2021-02-12\nSession|");
    expect("\nHeading1|Vad vill ni uppnå?\n");
    expect("\nHeading2|anonym 1\nNormal|Trygghet för alla\n");
    expect("\nNormal|=1+1; \"citat\"\nNormal|ny rad\n");
    expect("\nHeading1|Ditt nästa steg?\nHeading2|");
    expect("\nNormal|med namn\n");
    cr_expect_not(has("DOLD") || has("BORTTAGEN") || has("GAMMAL") || has("SEN "));
}

Test(docx, research_material_has_labels_and_no_names) {
    write_docx(RECORD_VIEW_RESEARCH);
    expect("\nSubtitle|Forskningsmaterial\n");
    expect("\nHeading2|A1\nNormal|");
    cr_expect_not(has("anonym "));
    cr_expect_not(has("citat"), "without consent");
    expect("\nHeading1|Vilka är viktigast?\nNormal|Vem\nNormal|Alternativ\nNormal|Röster\nNormal|A1\n");
}

Test(docx, one_session_stands_alone) {
    struct transcript_options options = {.view = RECORD_VIEW_DOCUMENTATION, .format = STR("docx")};
    options.session = id_of(OF_SESSION, 2);
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
    read_lines();
    cr_expect_not(has("Vad vill ni uppnå?"));
}

Test(docx, figures_stand_in_tables_once_they_may_be_seen) {
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nHeading1|Vilka är viktigast?\nNormal|Alternativ\nNormal|Röster\nNormal|Röstande\nNormal|");
    expect("\nHeading1|Vilka är viktigast, dolt?\nNormal|Resultatet visas inte än.\n");
    meeting_host(process, EVENT_ROUND_CLOSE,
                 (union event_body){.round_close = {.id = id_of(OF_ROUND, HIDDEN_BALLOT)}});
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nHeading1|Vilka är viktigast, dolt?\nNormal|Alternativ\nNormal|Röster\n");
}

Test(docx, raised_hands_have_a_column_where_there_are_any) {
    struct choice_hands raised = {.votes = 6};
    raised.id = id_of(OF_CHOICE, 1);
    meeting_host(process, EVENT_HANDS_PUT,
                 (union event_body){.hands_put = {.round = id_of(OF_ROUND, BALLOT),
                                                  .people = 4,
                                                  .choices = &raised,
                                                  .choices_count = 1}});
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nNormal|Röstande\nNormal|Varav uppräckta händer\nNormal|");
}

Test(docx, a_scale_is_a_row_for_each_statement) {
    const struct statement statements[] = {{.id = id_of(OF_STATEMENT, 1), .text = STR("Vi hörs")},
                                           {.id = id_of(OF_STATEMENT, 2), .text = STR("Vi syns")}};
    const struct scale_settings scale = {.statements = statements,
                                         .statements_count = 2,
                                         .steps = 3,
                                         .low = STR("nej"),
                                         .high = STR("ja"),
                                         .result = RESULT_OPEN};
    struct event_round_put put = {.id = id_of(OF_ROUND, SCALE),
                                  .session = id_of(OF_SESSION, 1),
                                  .form = ROUND_FORM_SCALE,
                                  .question = STR("Hur är det?"),
                                  .visibility = VISIBILITY_ALL,
                                  .authorship = AUTHORSHIP_ANONYMOUS,
                                  .scale = &scale};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
    for (int i = 1; i <= 5; i++) {
        struct event_answer_put answer = {
            .round = put.id, .statement = id_of(OF_STATEMENT, 1), .rev = 1, .value = i < 5 ? 3 : 1};
        meeting_happen(process, meeting_author(40 + i), EVENT_ANSWER_PUT,
                       (union event_body){.answer_put = answer});
    }
    meeting_host(process, EVENT_ROUND_CLOSE, (union event_body){.round_close = {.id = put.id}});
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nHeading1|Hur är det?\nDetail|Steg: 1 = nej, 3 = ja\nDetail|Personer på varje steg\n"
           "Normal|Påstående\nNormal|1\nNormal|2\nNormal|3\n"
           "Normal|Vi hörs\nNormal|1\nNormal|0\nNormal|4\nNormal|Vi syns\nNormal|");
    write_docx(RECORD_VIEW_RESEARCH);
    expect("\nHeading1|Hur är det?\nDetail|Steg: 1 = nej, 3 = ja\nNormal|Det finns inga svar");
}

Test(docx, themes_and_lists_stand_behind_the_questions) {
    struct id rounds[] = {id_of(OF_ROUND, OPEN_ROUND)};
    struct event_board_put board = {.id = id_of(OF_BOARD, 1),
                                    .title = STR("Väggen"),
                                    .rounds = rounds,
                                    .rounds_count = 1,
                                    .hands = BOARD_HANDS_HOSTS};
    struct event_theme_put theme = {.id = id_of(OF_THEME, 1),
                                    .board = board.id,
                                    .title = STR("Trygghet"),
                                    .definition = STR("Att våga\nsäga något")};
    struct event_entry_put entry = {.id = id_of(OF_ENTRY, 1),
                                    .form = ENTRY_FORM_GAP,
                                    .state = ENTRY_STATE_OPEN,
                                    .text = STR("Vad vet\nvi inte?"),
                                    .owner = STR("Alla")};
    meeting_host(process, EVENT_BOARD_PUT, (union event_body){.board_put = board});
    meeting_host(process, EVENT_THEME_PUT, (union event_body){.theme_put = theme});
    meeting_host(
        process, EVENT_NOTE_SORT,
        (union event_body){.note_sort = {.board = board.id, .note = id_of(OF_NOTE, 1), .to = theme.id}});
    meeting_host(process, EVENT_ENTRY_PUT, (union event_body){.entry_put = entry});
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nSection|Teman: Väggen\nEntry|Trygghet\nNormal|Att våga\nNormal|säga något\nDetail|Lappar: 1");
    expect("\nSection|Kunskapsluckor\nEntry|Vad vet/vi inte?\nDetail|Läge: öppen\nDetail|Vem: Alla\n");
    cr_expect_lt(strstr(lines.data, "|Vilka är viktigast?"), strstr(lines.data, "|Teman: Väggen"));
    write_docx(RECORD_VIEW_RESEARCH);
    expect("\nEntry|Trygghet\n");
    cr_expect_not(has("Kunskapsluckor"));
}

Test(docx, a_diary_says_the_day_before_each_text) {
    struct event_round_put put = {.id = id_of(OF_ROUND, DIARY),
                                  .session = id_of(OF_SESSION, 1),
                                  .form = ROUND_FORM_DIARY,
                                  .question = STR("Vad la du märke till?"),
                                  .visibility = VISIBILITY_OWN,
                                  .authorship = AUTHORSHIP_LINKED,
                                  .homework = true};
    struct event_diary_put page = {.id = id_of(OF_NOTE, 201),
                                   .round = put.id,
                                   .rev = 1,
                                   .about = DIARY_ABOUT_ACTION,
                                   .day = STR("2021-02-10"),
                                   .text = STR("Bytte plats"),
                                   .tags = STR("tid")};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
    meeting_happen(process, (struct actor){ACTOR_PARTICIPANT, id_of(OF_PERSON, 1)}, EVENT_DIARY_PUT,
                   (union event_body){.diary_put = page});
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect("\nHeading2|anonym 1\nDetail|2021-02-10 · handling · tid\nNormal|Bytte plats\n");
}

/* ---- texts of people ---- */

static void expect_note(int note, const char *text, const char *expected) {
    cr_assert_eq(meeting_note(process, note, EVENING_ROUND, meeting_author(note), text, true), REASON_ABSENT);
    write_docx(RECORD_VIEW_DOCUMENTATION);
    expect(expected);
}

Test(docx, texts_stand_character_for_character) {
    expect_note(60, "👩🏽‍⚕️ å\u0308 <b>&amp;</b> ]]>",
                "\nNormal|👩🏽‍⚕️ å\u0308 <b>&amp;</b> ]]>\n");
    expect_note(61, "  två  luft  ", "\nNormal|  två  luft  \n");
    expect_note(62, "ett\n\ntre", "\nNormal|ett\nNormal|\nNormal|tre\n");
    expect_note(63,
                "a\x01\x0b\x1f"
                "b\xef\xbf\xbf",
                "\nNormal|ab\n");
    char text[2 * 1000 + 1] = "", expected[sizeof text + 16];
    for (int i = 0; i < 1000; i++) {
        memcpy(text + strlen(text), "ö", 3);
    }
    snprintf(expected, sizeof expected, "\nNormal|%s\n", text);
    expect_note(64, text, expected);
}

Test(docx, what_is_written_from_right_to_left_is_set_so) {
    expect_note(60, "12 שלום", "\nNormal|12 שלום\n");
    unzip_entry(&zip, "word/document.xml", &part);
    buffer_append_byte(&part, '\0');
    char *found = strstr(part.data, "<w:bidi/>");
    cr_assert_not_null(found);
    cr_expect_not_null(strstr(found, "<w:rtl/>"));
    cr_expect_null(strstr(found + 1, "<w:bidi/>"), "and nothing else");
}

Test(docx, the_same_record_gives_the_same_bytes) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        write_docx((enum record_view)view);
        struct str first = memory_copy_str(buffer_str(&zip));
        write_docx((enum record_view)view);
        cr_expect(str_equal(first, buffer_str(&zip)));
        memory_free_str(&first);
    }
}

static bool refuse(struct sink *sink, const void *bytes, size_t size) {
    (void)sink;
    (void)bytes;
    (void)size;
    return false;
}

Test(docx, says_that_the_sink_took_no_more) {
    struct sink sink = {refuse};
    const struct transcript_options options = {.view = RECORD_VIEW_DOCUMENTATION, .format = STR("docx")};
    cr_expect_eq(transcript_write(process, &options, &sink), STATUS_IO);
}
