/* What the house is asked over the wire: lists, processes, accounts, grants, ways in, displays, templates,
 * remotes. */
#ifndef SAMSKAP_LIVE_HOUSEKEEPING_H
#define SAMSKAP_LIVE_HOUSEKEEPING_H

struct call;

void housekeeping_list(struct call *call); /* house_lists.c, like the next */
void housekeeping_accounts(struct call *call);
void housekeeping_list_downloads(struct call *call);
void housekeeping_add_process(struct call *call);    /* process_adding.c */
void housekeeping_remove_process(struct call *call); /* process_removing.c */
void housekeeping_erase_process(struct call *call);  /* process_erasing.c */
void housekeeping_put_template(struct call *call);   /* templates.c, like the next two */
void housekeeping_list_templates(struct call *call);
void housekeeping_get_template(struct call *call);
void housekeeping_add_remote(struct call *call); /* remote.c, like the next */
void housekeeping_get_remote(struct call *call);
void housekeeping_add_account(struct call *call);
void housekeeping_put_grant(struct call *call);
void housekeeping_put_joining(struct call *call);
void housekeeping_add_display(struct call *call);

#endif
