class GrowableRing(RingBuffer):
    """A ring that can be given more slots while it is in use."""

    def enlarge(self, capacity):
        if type(capacity) is not int or capacity <= self.capacity:
            raise ValueError(f"the new capacity must be above {self.capacity}; got {capacity!r}")
        slots = [None] * capacity
        if self.trace: self.trace("allocate", capacity=capacity)
        slot = self.tail
        for i in range(self.size):
            slots[i] = self.slots[slot]
            if self.trace: self.trace("copy", **{"from": slot, "to": i})
            slot = self._next(slot)
        self.slots = slots
        self.capacity = capacity
        if self.trace: self.trace("use-new", capacity=capacity)
        self.tail = 0
        if self.trace: self.trace("reset-tail", to=0)
        self.head = self.size
        if self.trace: self.trace("set-head", to=self.size)
