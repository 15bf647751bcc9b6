#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// How many blocks of memory the calling thread has asked for so far; -1 where that is not counted:
/// glibc lets a program stand in for its allocator, others do not.
long allocationCount(void);

#endif
