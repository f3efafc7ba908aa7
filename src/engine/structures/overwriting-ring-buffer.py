class OverwritingRingBuffer(RingBuffer):
    """A ring that never refuses: when it is full, the newest item takes the slot of the oldest."""

    def push(self, item):
        if self.size == self.capacity:
            if self.trace: self.trace("overwrite", slot=self.tail, index=self.total_written - self.size)
            self.slots[self.head] = item
            if self.trace: self.trace("write", slot=self.head, index=self.total_written)
            self.head = self._next(self.head)
            if self.trace: self.trace("advance-head", to=self.head)
            self.tail = self.head
            if self.trace: self.trace("advance-tail", to=self.tail)
        else:
            self.slots[self.head] = item
            if self.trace: self.trace("write", slot=self.head, index=self.total_written)
            self.head = self._next(self.head)
            if self.trace: self.trace("advance-head", to=self.head)
            self.size += 1
            if self.trace: self.trace("grow", size=self.size)
        self.total_written += 1
        if self.trace: self.trace("count", total_written=self.total_written)
        return True

    def get_recent(self, n):
        recent = []
        slot = self.head
        for _ in range(min(n, self.size)):
            slot = self._previous(slot)
            if self.trace: self.trace("read", slot=slot)
            recent.append(self.slots[slot])
        return recent

    def get_window(self, start, length):
        if type(start) is not int or start < 0:
            raise ValueError(f"start must be a whole number, 0 or more; got {start!r}")
        window = []
        for index in range(start, min(start + length, self.total_written)):
            if index < self.total_written - self.size:
                if self.trace: self.trace("gone", index=index)
                window.append(None)
            else:
                slot = self.slot_of(index)
                if self.trace: self.trace("read", slot=slot, index=index)
                window.append(self.slots[slot])
        return window

    def slot_of(self, index):
        back = self.total_written - index
        return (self.head - back) % self.capacity

    def _previous(self, slot):
        return (slot - 1) % self.capacity
