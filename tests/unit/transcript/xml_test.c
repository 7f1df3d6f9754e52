#include "transcript/xml.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/memory.h"

static struct buffer output;
static size_t room; /* of the sink; 0: there is no end to it */

static bool take(struct sink *sink, const void *bytes, size_t size) {
    (void)sink;
    buffer_append(&output, bytes, size);
    return room == 0 || output.size < room;
}

static struct sink sink = {take};

static void set_up(void) {
    buffer_init(&output);
    room = 0;
}

static void tear_down(void) {
    buffer_finish(&output);
}

TestSuite(xml, .init = set_up, .fini = tear_down);

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void expect_output(const char *expected) {
    cr_expect(str_equal(buffer_str(&output), str_of(expected)), "%.*s", STR_ARGS(buffer_str(&output)));
}

static void expect_clean(struct str text, const char *expected) {
    struct buffer cleaned;
    buffer_init(&cleaned);
    xml_clean(text, &cleaned);
    cr_expect(str_equal(buffer_str(&cleaned), str_of(expected)), "%s: %.*s", expected,
              STR_ARGS(buffer_str(&cleaned)));
    buffer_finish(&cleaned);
}

Test(xml, has_elements_attributes_and_texts) {
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    xml_attribute(xml, "b", STR("å \"<&>\" 'c'"));
    xml_number(xml, "n", -7);
    xml_text(xml, STR("ett < två & \"tre\" > 🙂"));
    xml_text(xml, (struct str){0});
    xml_element(xml, "w:t", STR("ä"));
    xml_element(xml, "tom", STR(""));
    cr_expect_eq(xml_finish(xml), STATUS_OK, "what is open is ended");
    xml_destroy(xml);
    expect_output(DECLARATION
                  "<a b=\"å &quot;&lt;&amp;&gt;&quot; 'c'\" n=\"-7\">ett &lt; två &amp; &quot;tre&quot; &gt; "
                  "🙂<w:t>ä</w:t><tom/></a>\n");
}

Test(xml, leaves_out_what_xml_does_not_allow) {
    expect_clean(STR("a\x01\x08\x0b\x0c\x1f"
                     "b"),
                 "ab");
    expect_clean((struct str){"a\0b", 3}, "ab");
    expect_clean(STR("\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd"), "\xef\xbf\xbd");
    expect_clean(STR("\xed\xa0\x80x"), "x");
    expect_clean(STR("\tett\r\ntvå"), "\tett\r\ntvå");
    expect_clean(STR("👩🏽‍⚕️ שלום \xf4\x8f\xbf\xbd"),
                 "👩🏽‍⚕️ שלום \xf4\x8f\xbf\xbd");
    expect_clean(STR("\x80\xc3"), "");
    expect_clean(STR("a\xe2\x82"), "a");
    expect_clean((struct str){0}, "");
}

Test(xml, is_cleaned_whoever_calls) {
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    xml_attribute(xml, "b",
                  STR("\x02"
                      "c"));
    xml_text(xml, STR("d\x03"));
    cr_expect_eq(xml_finish(xml), STATUS_OK);
    xml_destroy(xml);
    expect_output(DECLARATION "<a b=\"c\">d</a>\n");
}

Test(xml, long_and_odd_texts_come_back_as_they_were) {
    static const char piece[] = "rad\rett\n\ttvå 👩🏽‍⚕️ שלום <]]> &amp; \"'";
    struct buffer text;
    buffer_init(&text);
    for (int i = 0; i < 1000; i++) {
        buffer_append(&text, piece, sizeof piece - 1);
    }
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    xml_attribute(xml, "b", buffer_str(&text));
    xml_text(xml, buffer_str(&text));
    xml_end(xml);
    cr_expect_eq(xml_finish(xml), STATUS_OK);
    xml_destroy(xml);
    xmlDocPtr document = xmlReadMemory(output.data, (int)output.size, NULL, NULL, XML_PARSE_NONET);
    cr_assert_not_null(document);
    xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(document));
    xmlChar *attribute = xmlGetProp(xmlDocGetRootElement(document), (const xmlChar *)"b");
    cr_expect(str_equal(str_of((const char *)content), buffer_str(&text)));
    cr_expect(str_equal(str_of((const char *)attribute), buffer_str(&text)));
    xmlFree(content);
    xmlFree(attribute);
    xmlFreeDoc(document);
    buffer_finish(&text);
}

Test(xml, says_at_the_end_that_the_sink_took_no_more) {
    room = 5000;
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    for (int i = 0; i < 10000; i++) {
        xml_element(xml, "b", STR("text"));
    }
    cr_expect_eq(xml_finish(xml), STATUS_IO);
    xml_destroy(xml);
    cr_expect_lt(output.size, 20000, "and nothing more is offered");
}

Test(xml, says_at_the_end_that_the_calls_were_wrong) {
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    xml_text(xml, STR("b"));
    xml_attribute(xml, "c", STR("too late"));
    cr_expect_eq(xml_finish(xml), STATUS_INVALID);
    xml_destroy(xml);
}

Test(xml, may_be_given_up) {
    struct xml *xml = xml_create(&sink);
    xml_begin(xml, "a");
    xml_text(xml, STR("b"));
    xml_destroy(xml);
    xml_destroy(NULL);
    cr_expect_eq(output.size, 0);
}
