class OneSlotEmptyRing:
    """Never fills its last free slot, so head = tail can only mean empty."""

    def __init__(self, capacity):
        if type(capacity) is not int or capacity < 2:
            raise ValueError(f"capacity must be a whole number, 2 or more; got {capacity!r}")
        self.trace = None
        self.capacity = capacity
        self.slots = [None] * capacity
        self.head = 0
        self.tail = 0
        self.total_written = 0

    @property
    def size(self):
        return (self.head - self.tail) % self.capacity

    def push(self, item):
        if self.is_full():
            if self.trace: self.trace("refuse")
            return False
        self.slots[self.head] = item
        if self.trace: self.trace("write", slot=self.head, index=self.total_written)
        self.head = self._next(self.head)
        if self.trace: self.trace("advance-head", to=self.head)
        self.total_written += 1
        if self.trace: self.trace("count", total_written=self.total_written)
        return True

    def pop(self):
        if self.is_empty():
            if self.trace: self.trace("nothing-there")
            return None
        item = self.slots[self.tail]
        if self.trace: self.trace("read", slot=self.tail)
        self.slots[self.tail] = None
        if self.trace: self.trace("clear-slot", slot=self.tail)
        self.tail = self._next(self.tail)
        if self.trace: self.trace("advance-tail", to=self.tail)
        return item

    def peek(self):
        if self.is_empty():
            if self.trace: self.trace("nothing-there")
            return None
        if self.trace: self.trace("look", slot=self.tail)
        return self.slots[self.tail]

    def is_empty(self):
        return self.head == self.tail

    def is_full(self):
        return self._next(self.head) == self.tail

    def clear(self):
        self.slots = [None] * self.capacity
        if self.trace: self.trace("clear-slots")
        self.head = 0
        if self.trace: self.trace("reset-head")
        self.tail = 0
        if self.trace: self.trace("reset-tail")

    def _next(self, slot):
        return (slot + 1) % self.capacity
