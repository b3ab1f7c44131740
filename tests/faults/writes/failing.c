/* Loaded before libc: from the n-th write below a folder on, the disk is full; or the process dies in the midst of it.

   A write is whatever needs room or makes a change last: to write, to make a file, to rename, to sync. Reading, closing,
   deleting and making shorter go on, as they do on a full disk. Two more manners have no n: a file system that is mounted
   for reading only, and one that gives no locks. Unarmed it only counts. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COUNT, FULL, DIE, READ_ONLY, NO_LOCKS };
static char below[PATH_MAX];
static long seen, at;
static int how;

void failing_arm(const char *folder, long number, int manner) {
    strncpy(below, folder, sizeof below - 1);
    seen = 0, at = number, how = manner;
}

long failing_seen(void) { return seen; }

static int ours(const char *path) { return below[0] && path && !strncmp(path, below, strlen(below)); }

static int ours_fd(int fd) {
    char link[64], path[PATH_MAX];
    if (!below[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return ours(path);
}

static void die(void) { kill(getpid(), SIGKILL); }
static int due(void) { return ++seen >= at && (how == FULL || how == DIE); }
static int full(void) { errno = ENOSPC; return -1; }
static int refuse(int why) { errno = why; return -1; }

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

/* A write that dies has written half: so a power cut tears a page. */
#define WRITE(name, parameters, whole, half, ...)             \
    ssize_t name parameters {                                 \
        REAL(ssize_t, name, __VA_ARGS__);                     \
        if (ours_fd(fd) && due()) {                           \
            if (how == FULL) return full();                   \
            if (half < 0) return -1;                          \
            die();                                            \
        }                                                     \
        return whole;                                         \
    }
WRITE(write, (int fd, const void *b, size_t n), real(fd, b, n), real(fd, b, n / 2), int, const void *, size_t)
WRITE(pwrite, (int fd, const void *b, size_t n, off_t o), real(fd, b, n, o), real(fd, b, n / 2, o), int, const void *, size_t, off_t)
WRITE(pwrite64, (int fd, const void *b, size_t n, off64_t o), real(fd, b, n, o), real(fd, b, n / 2, o), int, const void *, size_t, off64_t)

#define SYNC(name)                                            \
    int name(int fd) {                                        \
        REAL(int, name, int);                                 \
        if (ours_fd(fd) && due()) {                           \
            if (how == FULL) return full();                   \
            die();                                            \
        }                                                     \
        return real(fd);                                      \
    }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    if (how == READ_ONLY && ours(to)) return refuse(EROFS);
    if (ours(to) && due()) {
        if (how == FULL) return full();
        die();
    }
    return real(from, to);
}

#define OPEN(name)                                            \
    int name(const char *path, int flags, ...) {              \
        va_list rest;                                         \
        va_start(rest, flags);                                \
        int mode = va_arg(rest, int);                         \
        va_end(rest);                                         \
        REAL(int, name, const char *, int, ...);              \
        if (how == READ_ONLY && (flags & (O_WRONLY | O_RDWR)) && ours(path)) return refuse(EROFS); \
        if ((flags & O_CREAT) && ours(path) && access(path, F_OK) && due()) { \
            if (how == FULL) return full();                   \
            die();                                            \
        }                                                     \
        return real(path, flags, mode);                       \
    }
OPEN(open)
OPEN(open64)

#define LOCK(name)                                            \
    int name(int fd, int order, ...) {                        \
        va_list rest;                                         \
        va_start(rest, order);                                \
        void *about = va_arg(rest, void *);                   \
        va_end(rest);                                         \
        REAL(int, name, int, int, ...);                       \
        if (how == NO_LOCKS && (order == F_SETLK || order == F_SETLKW) && ours_fd(fd)) return refuse(ENOLCK); \
        return real(fd, order, about);                        \
    }
LOCK(fcntl)
LOCK(fcntl64)
