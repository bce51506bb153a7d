/* A disk that fails: preloaded into a process, it makes the n-th write, sync or truncation of a register's files fail.

   memcon_fail_at(n, error, sticky): the n-th call from now on fails with `error` (ENOSPC, EIO), with `sticky` all after it as well;
   half of what was to be written is written first where `torn` is set. memcon_calls() gives how many there have been. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls, failing = -1;
static int with, stuck, tearing;

void memcon_fail_at(long n, int error, int sticky, int torn) { calls = 0; failing = n; with = error; stuck = sticky; tearing = torn; }
long memcon_calls(void) { return calls; }

static int ours(int fd) {
    char link[64], name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, name, sizeof name - 1);
    if (n < 0) return 0;
    name[n] = 0;
    return strstr(name, "/r.db") != NULL;
}

static int fails(int fd) {
    if (failing < 0 || !ours(fd)) return 0;
    calls++;
    if (calls == failing || (stuck && calls > failing)) { errno = with; return 1; }
    return 0;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *data, size_t n) { REAL(write); if (fails(fd)) { if (tearing && n > 1) return real(fd, data, n / 2); return -1; } return real(fd, data, n); }
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { REAL(pwrite); if (fails(fd)) { if (tearing && n > 1) { real(fd, data, n / 2, at); } errno = with; return -1; } return real(fd, data, n, at); }
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) { REAL(pwrite64); if (fails(fd)) { if (tearing && n > 1) { real(fd, data, n / 2, at); } errno = with; return -1; } return real(fd, data, n, at); }
int fsync(int fd) { REAL(fsync); return fails(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails(fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); return fails(fd) ? -1 : real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(ftruncate64); return fails(fd) ? -1 : real(fd, n); }
int posix_fallocate(int fd, off_t at, off_t n) { REAL(posix_fallocate); return fails(fd) ? with : real(fd, at, n); }
