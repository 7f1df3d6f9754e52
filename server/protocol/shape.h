/* How a record looks on the wire and in memory: the tables of records/shapes.h, made from schema/, and walked
 * by the codec. Constant data; any thread. */
#ifndef SAMSKAP_PROTOCOL_SHAPE_H
#define SAMSKAP_PROTOCOL_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct enumeration {
    const struct str *texts; /* row 0 (absent) has none */
    int count;               /* with row 0 */
};

/* The C type of a member: struct id; struct str (two kinds of text); int64_t; bool; an enum; a const pointer
 * to a struct. Of an array: a const pointer to elements of these, but structs by value. */
enum field_type {
    FIELD_ID = 1,
    FIELD_TEXT,
    FIELD_SECRET, /* 32 hexadecimal digits */
    FIELD_INTEGER,
    FIELD_BOOLEAN,
    FIELD_ENUMERATION,
    FIELD_OBJECT
};

struct shape;

struct field {
    struct str name;
    enum field_type type;
    bool required;
    bool personal; /* emptied by redaction */
    bool server;   /* filled in by the server, refused from clients */
    bool lines;    /* a text that may hold LF */
    bool array;
    size_t offset; /* in the struct */
    size_t count_offset;
    size_t minimum_items, maximum_items;
    int64_t minimum, maximum; /* of an integer; of a text's length in code points */
    int64_t default_value;    /* of an optional integer or boolean */
    const struct shape *shape;
    const struct enumeration *enumeration;
};

struct shape {
    struct str name; /* the wire's: "note.put" */
    int version;     /* the newest of an event */
    bool command;    /* clients send it with a command id */
    size_t size;     /* of the struct */
    const struct field *fields;
    size_t field_count; /* sorted by name, which makes the encoding canonical */
};

/* The absent str for a value that the enumeration does not have. */
struct str enumeration_text(const struct enumeration *enumeration, int value);
/* 0 for a text that it does not have. */
int enumeration_value(const struct enumeration *enumeration, struct str text);
/* The index of the shape of that name in a table of records/shapes.h; 0: there is none. */
int shape_find(const struct shape *shapes, int count, struct str name);
/* Bytes of one element of an array. */
size_t field_element_size(const struct field *field);
const struct field *shape_field(const struct shape *shape, struct str name); /* NULL: there is none */

#endif
