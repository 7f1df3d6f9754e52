#include "transcript/xlsx_book.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/diag.h"
#include "base/memory.h"
#include "transcript/xlsx_text.h"
#include "transcript/zone_time.h"

enum {
    NARROWEST = 8, /* widths, in characters */
    WIDEST = 60,
    ID_WIDTH = 12, /* enough to tell them apart */
    TIME_WIDTH = 19,
    HEADING_ROOM = 4, /* for the filter's button */
    MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000
};
/* Days from spreadsheets' beginning to 1970, and to the first day that they count right; the end of 9999. */
static const int64_t epoch = 25569, first_day = 61, day_after_last = 2958466;

struct xlsx_book {
    const struct xlsx_options *options;
    lxw_workbook *workbook;
    lxw_format *heading, *plain, *wrapped, *time;
    struct zone_clock *clock;
    struct buffer text;
    lxw_error error; /* the first */
    /* the sheet in hand */
    lxw_worksheet *sheet;
    const char *name;
    const char *const *headings;
    size_t count;
    int *widths;
    int part; /* from 1 */
    lxw_row_t row;
};

/* libxlsxwriter asks for the time of day in a way that only one thread may at a time. */
static pthread_mutex_t finishing = PTHREAD_MUTEX_INITIALIZER;

static void keep(struct xlsx_book *book, lxw_error error) {
    if (book->error == LXW_NO_ERROR) {
        book->error = error;
    }
}

bool xlsx_has_failed(const struct xlsx_book *book) {
    return book->error != LXW_NO_ERROR;
}

struct str xlsx_cut_mark(const struct xlsx_book *book) {
    return book->options->language == LANGUAGE_SV ? STR("… [avkortad]") : STR("… [cut]");
}

static lxw_format *add_format(struct xlsx_book *book) {
    lxw_format *format = workbook_add_format(book->workbook);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void set_properties(struct xlsx_book *book) {
    xlsx_text(book->options->title, STR(""), &book->text);
    lxw_doc_properties properties = {.title = book->text.data, .created = book->options->at / 1000};
    keep(book, workbook_set_properties(book->workbook, &properties));
}

/* The library's own temporary files lie where the system has such; their names are taken away before anything
 * is in them. */
struct xlsx_book *xlsx_book_create(const struct xlsx_options *options) {
    struct xlsx_book *book = memory_allocate(sizeof *book);
    lxw_workbook_options workbook = {.constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE};
    book->options = options;
    book->workbook = workbook_new_opt(options->path, &workbook);
    if (!book->workbook) {
        diag(DIAG_ERROR, "libxlsxwriter makes no workbook");
        abort();
    }
    buffer_init(&book->text);
    book->clock = zone_clock_create(options->zone);
    book->heading = add_format(book);
    format_set_bold(book->heading);
    book->plain = add_format(book);
    book->wrapped = add_format(book);
    format_set_text_wrap(book->wrapped);
    book->time = add_format(book);
    format_set_num_format(book->time, "yyyy-mm-dd hh:mm:ss");
    set_properties(book);
    return book;
}

void xlsx_book_destroy(struct xlsx_book *book) {
    if (!book) {
        return;
    }
    if (book->workbook) {
        lxw_workbook_free(book->workbook);
    }
    zone_clock_destroy(book->clock);
    buffer_finish(&book->text);
    memory_free(book->widths);
    memory_free(book);
}

/* ---- cells ---- */

static void widen(struct xlsx_book *book, size_t column, int width) {
    width = width < WIDEST ? width : WIDEST;
    if (book->widths[column] < width) {
        book->widths[column] = width;
    }
}

/* The longest line's characters. */
static int width_of(const char *text) {
    int longest = 0, width = 0;
    for (; *text; text++) {
        if (*text == '\n') {
            width = 0;
        } else if (((unsigned char)*text & 0xc0) != 0x80 && ++width > longest) {
            longest = width;
        }
    }
    return longest;
}

/* A string whatever it looks like: never a formula, a number or a link. */
static void put_string(struct xlsx_book *book, size_t column, struct str text, lxw_format *format) {
    if (xlsx_has_failed(book) || column >= book->count) {
        return;
    }
    xlsx_text(text, xlsx_cut_mark(book), &book->text);
    widen(book, column, width_of(book->text.data));
    keep(book, worksheet_write_string(book->sheet, book->row, (lxw_col_t)column, book->text.data, format));
}

static void put_number(struct xlsx_book *book, size_t column, double number, lxw_format *format) {
    if (!xlsx_has_failed(book) && column < book->count) {
        keep(book, worksheet_write_number(book->sheet, book->row, (lxw_col_t)column, number, format));
    }
}

/* By the wall's clock and to the second, as the other spreadsheets have it. */
static void put_time(struct xlsx_book *book, size_t column, int64_t at) {
    int64_t wall = zone_clock_wall(book->clock, at) / 1000 * 1000;
    double days = (double)wall / MILLISECONDS_A_DAY + (double)epoch;
    if (days < (double)first_day || days >= (double)day_after_last) {
        char text[ZONE_TIME_LENGTH + 1];
        zone_clock_format(book->clock, at, text);
        put_string(book, column, str_of(text), book->plain);
    } else {
        put_number(book, column, days, book->time);
    }
    widen(book, column, TIME_WIDTH);
}

static struct str flag_text(const struct xlsx_book *book, bool flag) {
    if (book->options->language == LANGUAGE_SV) {
        return flag ? STR("ja") : STR("nej");
    }
    return flag ? STR("yes") : STR("no");
}

static void put_id(struct xlsx_book *book, size_t column, struct id id) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(id, text);
    int width = book->widths[column];
    put_string(book, column, str_of(text), book->plain);
    book->widths[column] = width > ID_WIDTH ? width : ID_WIDTH;
}

void xlsx_put_text(struct xlsx_book *book, size_t column, struct str text) {
    put_string(book, column, text, book->wrapped);
}

void xlsx_put_cell(struct xlsx_book *book, size_t column, const struct cell *cell) {
    if (column >= book->count) {
        return;
    }
    switch (cell->kind) {
    case CELL_ABSENT:
        break;
    case CELL_TEXT:
        xlsx_put_text(book, column, cell->text);
        break;
    case CELL_ID:
        put_id(book, column, cell->id);
        break;
    case CELL_COUNT:
        put_number(book, column, (double)cell->number, book->plain);
        break;
    case CELL_TIME:
        put_time(book, column, cell->number);
        break;
    case CELL_FLAG:
        put_string(book, column, flag_text(book, cell->number != 0), book->plain);
        break;
    }
}

/* ---- sheets ---- */

static void add_sheet(struct xlsx_book *book) {
    char name[LXW_SHEETNAME_MAX + 1];
    snprintf(name, sizeof name, book->part > 1 ? "%.25s %d" : "%s", book->name, book->part);
    book->sheet = xlsx_has_failed(book) ? NULL : workbook_add_worksheet(book->workbook, name);
    if (!book->sheet) {
        keep(book, LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    book->row = 0;
    worksheet_freeze_panes(book->sheet, 1, 0);
    for (size_t i = 0; i < book->count; i++) {
        put_string(book, i, str_of(book->headings[i]), book->heading);
        widen(book, i, width_of(book->headings[i]) + HEADING_ROOM);
        widen(book, i, NARROWEST);
    }
    book->row = 1;
}

void xlsx_begin_sheet(struct xlsx_book *book, const char *name, const char *const *headings, size_t count) {
    book->name = name;
    book->headings = headings;
    book->count = count < XLSX_COLUMNS ? count : XLSX_COLUMNS;
    book->widths = memory_resize_array(book->widths, count + 1, sizeof *book->widths);
    memset(book->widths, 0, (count + 1) * sizeof *book->widths);
    book->part = 1;
    add_sheet(book);
}

void xlsx_end_sheet(struct xlsx_book *book) {
    if (xlsx_has_failed(book) || book->count == 0) {
        return;
    }
    lxw_col_t last = (lxw_col_t)(book->count - 1);
    for (lxw_col_t i = 0; i <= last; i++) {
        keep(book, worksheet_set_column(book->sheet, i, i, book->widths[i], NULL));
    }
    keep(book, worksheet_autofilter(book->sheet, 0, 0, book->row - 1, last));
}

void xlsx_end_row(struct xlsx_book *book) {
    book->row++;
    if (book->row >= book->options->most_rows && !xlsx_has_failed(book)) {
        xlsx_end_sheet(book);
        book->part++;
        add_sheet(book);
    }
}

enum status xlsx_book_finish(struct xlsx_book *book) {
    if (!xlsx_has_failed(book)) {
        pthread_mutex_lock(&finishing);
        keep(book, workbook_close(book->workbook));
        pthread_mutex_unlock(&finishing);
        book->workbook = NULL; /* closing frees it */
    }
    if (xlsx_has_failed(book)) {
        diag(DIAG_WARNING, "a record as a workbook: %s", lxw_strerror(book->error));
        return STATUS_IO;
    }
    return STATUS_OK;
}
