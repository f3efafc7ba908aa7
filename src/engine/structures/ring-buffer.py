class RingBuffer:
    """A fixed number of slots used round and round. When it is full, it refuses."""

    def __init__(self, capacity):
        if type(capacity) is not int or capacity < 1:
            raise ValueError(f"capacity must be a positive whole number; got {capacity!r}")
        self.trace = None
        self.capacity = capacity
        self.slots = [None] * capacity
        self.head = 0
        self.tail = 0
        self.size = 0
        self.total_written = 0

    def push(self, item):
        if self.size == self.capacity:
            if self.trace: self.trace("refuse")
            return False
        self.slots[self.head] = item
        if self.trace: self.trace("write", slot=self.head, index=self.total_written)
        self.head = self._next(self.head)
        if self.trace: self.trace("advance-head", to=self.head)
        self.size += 1
        if self.trace: self.trace("grow", size=self.size)
        self.total_written += 1
        if self.trace: self.trace("count", total_written=self.total_written)
        return True

    def pop(self):
        if self.size == 0:
            if self.trace: self.trace("nothing-there")
            return None
        item = self.slots[self.tail]
        if self.trace: self.trace("read", slot=self.tail)
        self.slots[self.tail] = None
        if self.trace: self.trace("clear-slot", slot=self.tail)
        self.tail = self._next(self.tail)
        if self.trace: self.trace("advance-tail", to=self.tail)
        self.size -= 1
        if self.trace: self.trace("shrink", size=self.size)
        return item

    def peek(self):
        if self.size == 0:
            if self.trace: self.trace("nothing-there")
            return None
        if self.trace: self.trace("look", slot=self.tail)
        return self.slots[self.tail]

    def is_empty(self):
        return self.size == 0

    def is_full(self):
        return self.size == self.capacity

    def clear(self):
        self.slots = [None] * self.capacity
        if self.trace: self.trace("clear-slots")
        self.head = 0
        if self.trace: self.trace("reset-head")
        self.tail = 0
        if self.trace: self.trace("reset-tail")
        self.size = 0
        if self.trace: self.trace("reset-size")

    def __iter__(self):
        slot = self.tail
        for _ in range(self.size):
            yield self.slots[slot]
            slot = self._next(slot)

    def __str__(self):
        items = ", ".join(map(str, self))
        return f"{type(self).__name__}({self.size}/{self.capacity}) [{items}] head={self.head} tail={self.tail}"

    def _next(self, slot):
        return (slot + 1) % self.capacity
