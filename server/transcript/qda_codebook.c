/* A REFI-QDA codebook (qdc): themes with their definitions, value words and the agenda, each with a set of
 * its codes. */
#include "transcript/format.h"
#include "transcript/qda_write.h"

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    struct qda qda;
    qda_init(&qda, record, options, true);
    if (qda.codes.count == 0) { /* a codebook without any code is none */
        qda_add_code(&qda, 0, qda_own_guid("themes"), str_of(qda.texts->themes), (struct str){0});
    }
    struct xml *xml = xml_create(sink);
    xml_begin(xml, "CodeBook");
    xml_attribute(xml, "xmlns", STR("urn:QDA-XML:codebook:1.0"));
    xml_attribute(xml, "origin", STR(QDA_ORIGIN));
    qda_write_codes(xml, &qda, false);
    qda_write_sets(xml, &qda, false);
    xml_end(xml);
    enum status status = xml_finish(xml);
    xml_destroy(xml);
    qda_finish(&qda);
    return status;
}

const struct transcript_format qdc_format = {"qdc", "application/xml", "qdc", str_is_empty, write_all};
