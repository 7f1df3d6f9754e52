#include "net/socket.h"

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

enum { MOST_UNSENT = 64 * 1024 }; /* two frames */

/* Where that cannot be, the queue is as long as the system likes: slow readers are behind, and nothing else.
 */
void socket_keep_queue_short(int file) {
    int most = MOST_UNSENT;
    (void)setsockopt(file, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &most, sizeof most);
}

bool socket_look(int file, struct socket_queue *queue) {
    struct tcp_info info;
    socklen_t size = sizeof info;
    memset(&info, 0, sizeof info);
    if (getsockopt(file, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
        ioctl(file, SIOCOUTQ, &queue->waiting) != 0) {
        return false;
    }
    queue->arrived = info.tcpi_bytes_acked;
    return true;
}
