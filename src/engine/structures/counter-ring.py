class CounterRing:
    """Head and tail are counters that never wrap: the slot is the counter mod capacity."""

    def __init__(self, capacity):
        if type(capacity) is not int or capacity < 1:
            raise ValueError(f"capacity must be a positive whole number; got {capacity!r}")
        self.trace = None
        self.capacity = capacity
        self.slots = [None] * capacity
        self.head = 0
        self.tail = 0

    @property
    def size(self):
        return self.head - self.tail

    @property
    def total_written(self):
        return self.head

    def push(self, item):
        if self.is_full():
            if self.trace: self.trace("refuse")
            return False
        slot = self.head % self.capacity
        self.slots[slot] = item
        if self.trace: self.trace("write", slot=slot, index=self.head)
        self.head += 1
        if self.trace: self.trace("advance-head", to=self.head % self.capacity, counter=self.head)
        return True

    def pop(self):
        if self.is_empty():
            if self.trace: self.trace("nothing-there")
            return None
        slot = self.tail % self.capacity
        item = self.slots[slot]
        if self.trace: self.trace("read", slot=slot)
        self.slots[slot] = None
        if self.trace: self.trace("clear-slot", slot=slot)
        self.tail += 1
        if self.trace: self.trace("advance-tail", to=self.tail % self.capacity, counter=self.tail)
        return item

    def peek(self):
        if self.is_empty():
            if self.trace: self.trace("nothing-there")
            return None
        slot = self.tail % self.capacity
        if self.trace: self.trace("look", slot=slot)
        return self.slots[slot]

    def is_empty(self):
        return self.head == self.tail

    def is_full(self):
        return self.head - self.tail == self.capacity

    def clear(self):
        self.slots = [None] * self.capacity
        if self.trace: self.trace("clear-slots")
        self.tail = self.head
        if self.trace: self.trace("reset-tail")
