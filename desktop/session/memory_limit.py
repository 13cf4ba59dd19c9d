"""How much memory a process may take: bound by the system where it can, watched where it may not.

Linux bounds the address space (`RLIMIT_AS`) and Windows what a job object may commit: there an
allocation beyond the bound fails inside the process. macOS takes such a bound and does not keep it,
and not every Windows keeps that of a job (Wine does not). So there whoever started the process also
looks at what it has in use (:func:`watched_memory`) and ends it.
"""

from __future__ import annotations

import ctypes
import sys

if sys.platform == "win32":
    from ctypes import wintypes

    _PROCESS_MEMORY, _ONE_PROCESS = 0x100, 0x8
    _EXTENDED = 9
    _QUERY = 0x1000

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h."""

        _fields_ = (
            ("per_process_time", ctypes.c_int64),
            ("per_job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("most_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("working_sets", ctypes.c_size_t * 2),
            ("pools", ctypes.c_size_t * 4),
            ("committed", ctypes.c_size_t),
            ("peak_committed", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    for _function in (_kernel.CreateJobObjectW, _kernel.GetCurrentProcess, _kernel.OpenProcess):
        _function.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.K32GetProcessMemoryInfo.argtypes = (
        wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    def bind_own_hands(memory: int) -> None:
        """Let this process take at most ``memory`` bytes, and start no other.

        Raises:
            OSError: the system refuses it.
        """
        job = _kernel.CreateJobObjectW(None, None)
        limits = _Limits(
            flags=_PROCESS_MEMORY | _ONE_PROCESS, most_processes=1, process_memory=memory
        )
        size = ctypes.sizeof(limits)
        if (
            not job
            or not _kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), size)
            or not _kernel.AssignProcessToJobObject(job, _kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

    def watched_memory(pid: int) -> int:
        """Bytes that another process has in use; 0 where nobody need look, or there is none."""
        process = _kernel.OpenProcess(_QUERY, False, pid)
        if not process:
            return 0
        counters = _Counters(size=ctypes.sizeof(_Counters))
        known = _kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
        _kernel.CloseHandle(process)
        return int(counters.committed) if known else 0

else:
    import resource

    def bind_own_hands(memory: int) -> None:
        """Let this process take at most ``memory`` bytes, and write no file.

        Raises:
            OSError: the system refuses it.
        """
        if sys.platform != "darwin":
            _, most = resource.getrlimit(resource.RLIMIT_AS)
            if most == resource.RLIM_INFINITY or memory < most:  # a lower one stays
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if sys.platform == "darwin":
    _system = ctypes.CDLL(None)

    class _Usage(ctypes.Structure):
        """rusage_info_v0 of sys/resource.h."""

        _fields_ = (
            ("uuid", ctypes.c_uint8 * 16),
            ("times", ctypes.c_uint64 * 6),
            ("resident", ctypes.c_uint64),
            ("footprint", ctypes.c_uint64),
            ("started_and_ended", ctypes.c_uint64 * 2),
        )

    def watched_memory(pid: int) -> int:
        """Bytes that another process has in use; 0 where nobody need look, or there is none."""
        usage = _Usage()
        failed = _system.proc_pid_rusage(pid, 0, ctypes.byref(usage))
        return 0 if failed else int(usage.footprint)

elif sys.platform != "win32":

    def watched_memory(pid: int) -> int:
        """Bytes that another process has in use; 0 where nobody need look, or there is none."""
        del pid
        return 0
