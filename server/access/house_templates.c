/* Templates: kept as they came. What is in one is for pages to read; that its body is JSON was asked before.
 */
#include "access/house_state.h"

#include "base/memory.h"

enum reason house_judge_template_put(const struct house *house, const struct house_event *event) {
    const struct house_template_put *put = &event->body.template_put;
    const struct house_template *template = house_find_id(&house->templates, put->id);
    if (id_is_none(put->id)) {
        return REASON_BAD_PARAMS;
    }
    if (put->base != (template ? template->seq : 0)) {
        return REASON_STALE;
    }
    if (!put->removed && str_is_empty(put->body)) {
        return REASON_EMPTY;
    }
    bool is_there = template && !template->removed;
    return !put->removed && !is_there && house->templates_there >= HOUSE_TEMPLATES ? REASON_TOO_MANY
                                                                                   : REASON_ABSENT;
}

static struct house_template *add_template(struct house *house, struct id id) {
    struct house_template *template = arena_allocate(&house->arena, sizeof *template);
    *template = (struct house_template){.id = id, .removed = true};
    map_put(&house->templates, id.bytes, sizeof id.bytes, template);
    house->template_order = memory_grow(house->template_order, &house->template_capacity,
                                        house->template_count + 1, sizeof(struct house_template *));
    house->template_order[house->template_count++] = template;
    return template;
}

static void free_texts(struct house_template *template) {
    memory_free_str(&template->title);
    memory_free_str(&template->body);
}

void house_change_template_put(struct house *house, const struct house_event *event) {
    const struct house_template_put *put = &event->body.template_put;
    struct house_template *template = house_find_id(&house->templates, put->id);
    template = template ? template : add_template(house, put->id);
    free_texts(template);
    house->templates_there += template->removed;
    house->templates_there -= put->removed;
    template->seq = event->seq;
    template->removed = put->removed;
    if (!put->removed) {
        template->title = memory_copy_str(put->title);
        template->body = memory_copy_str(put->body);
    }
}

void house_free_templates(struct house *house) {
    for (size_t i = 0; i < house->template_count; i++) {
        free_texts(house->template_order[i]);
    }
}

const struct house_template *house_template(const struct house *house, struct id id) {
    const struct house_template *template = house_find_id(&house->templates, id);
    return template && !template->removed ? template : NULL;
}

size_t house_templates(const struct house *house, struct arena *arena,
                       const struct house_template ***templates) {
    size_t count = 0;
    *templates = arena_allocate_array(arena, house->template_count, sizeof(struct house_template *));
    for (size_t i = 0; i < house->template_count; i++) {
        if (!house->template_order[i]->removed) {
            (*templates)[count++] = house->template_order[i];
        }
    }
    return count;
}
