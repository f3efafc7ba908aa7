from math import inf
from queue import Empty, Full
from threading import TIMEOUT_MAX, Condition, Lock
from time import monotonic


class Closed(Exception):
    """The queue is closed: nothing more can be put, or nothing is left to take."""


class BoundedBlockingQueue:
    """A queue between threads: put waits while it is full, get while it is empty. Times are in seconds."""

    def __init__(self, capacity):
        self.trace = None
        self.capacity = capacity
        self.items = GrowableRing(capacity)
        self.lock = Lock()
        self.not_full = Condition(self.lock)
        self.not_empty = Condition(self.lock)
        self.closed = False
        self.operations = 0
        self.waits = 0

    def put(self, item, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        waited = False
        with self.lock:
            while self.items.size >= self.capacity and not self.closed:
                if self.trace: self.trace("find-full")
                remaining = deadline - monotonic()
                if remaining <= 0:
                    if self.trace: self.trace("give-up")
                    raise Full()
                if not waited:
                    self.waits += 1
                waited = True
                self.not_full.wait(remaining)
            if self.trace: self.trace("go-on")
            if self.closed:
                raise Closed()
            self._store(item)
            if self.trace: self.trace("store")
            self.operations += 1
            self.not_empty.notify()
            if self.trace: self.trace("notify")

    def get(self, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        waited = False
        with self.lock:
            while self.items.size == 0 and not self.closed:
                if self.trace: self.trace("find-empty")
                remaining = deadline - monotonic()
                if remaining <= 0:
                    if self.trace: self.trace("give-up")
                    raise Empty()
                if not waited:
                    self.waits += 1
                waited = True
                self.not_empty.wait(remaining)
            if self.trace: self.trace("go-on")
            if self.closed and self.items.size == 0:
                raise Closed()
            item = self._take()
            if self.trace: self.trace("take")
            self.operations += 1
            self.not_full.notify()
            if self.trace: self.trace("notify")
            return item

    def close(self):
        with self.lock:
            self.closed = True
            if self.trace: self.trace("close")
            self.not_full.notify_all()
            self.not_empty.notify_all()
            if self.trace: self.trace("notify-all")

    def resize(self, capacity):
        if not capacity > 0:
            raise ValueError(f"a queue's capacity must be a positive whole number; got {capacity}")
        with self.lock:
            if capacity > self.items.capacity:
                self.items.enlarge(capacity)
            self.capacity = capacity
            if self.trace: self.trace("resize")
            self.not_full.notify_all()
            if self.trace: self.trace("notify-all")

    def qsize(self):
        return self.items.size

    def empty(self):
        return self.items.size == 0

    def full(self):
        return self.items.size >= self.capacity

    def _deadline(self, block, timeout):
        if not block:
            return -inf
        if timeout is None:
            timeout = TIMEOUT_MAX
        if not timeout >= 0:
            raise ValueError(f"a timeout must be 0 or longer; got {timeout}")
        return monotonic() + timeout

    def _store(self, item):
        if self.full():
            if self.trace: self.trace("no-room")
            raise IndexError("an item was put into a full queue")
        self.items.push(item)

    def _take(self):
        if self.items.size == 0:
            if self.trace: self.trace("nothing-there")
            raise IndexError("an item was taken from an empty queue")
        return self.items.pop()
