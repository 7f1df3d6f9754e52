#include "base/worker.h"

#include <criterion/criterion.h>
#include <stdatomic.h>

enum { JOBS = 200 };

struct counted_job {
    struct job job;
    pthread_t ran_on;
    atomic_int runs;
    int dones;
};

static struct counted_job jobs[JOBS];
static int dones;

static void run(struct job *job) {
    struct counted_job *counted = LIST_ENTRY(job, struct counted_job, job);
    counted->ran_on = pthread_self();
    atomic_fetch_add(&counted->runs, 1);
}

static void done(struct job *job) {
    LIST_ENTRY(job, struct counted_job, job)->dones++;
    dones++;
}

static void start_all(struct workers *workers) {
    for (int i = 0; i < JOBS; i++) {
        jobs[i].job.run = run;
        jobs[i].job.done = done;
        workers_start(workers, &jobs[i].job);
    }
}

static void expect_each_once(void) {
    for (int i = 0; i < JOBS; i++) {
        cr_expect_eq(jobs[i].runs, 1);
        cr_expect_eq(jobs[i].dones, 1);
        cr_expect_not(pthread_equal(jobs[i].ran_on, pthread_self()));
    }
}

Test(worker, every_job_is_run_elsewhere_and_done_here, .timeout = 30) {
    struct mailbox mailbox;
    mailbox_init(&mailbox, NULL, NULL);
    struct workers *workers = workers_create(3, &mailbox);
    start_all(workers);
    while (dones < JOBS) {
        mailbox_open_all(&mailbox);
    }
    expect_each_once();
    workers_destroy(workers);
    mailbox_finish(&mailbox);
}

Test(worker, destroying_runs_what_had_not_begun, .timeout = 30) {
    struct mailbox mailbox;
    mailbox_init(&mailbox, NULL, NULL);
    struct workers *workers = workers_create(1, &mailbox);
    start_all(workers);
    workers_destroy(workers);
    mailbox_open_all(&mailbox);
    expect_each_once();
    workers_destroy(NULL);
    mailbox_finish(&mailbox);
}
