class NumberGrowingRing(GrowableRing):
    """Grows by changing the number alone: wrong as soon as the items have wrapped."""

    def enlarge(self, capacity):
        if type(capacity) is not int or capacity <= self.capacity:
            raise ValueError(f"the new capacity must be above {self.capacity}; got {capacity!r}")
        self.slots += [None] * (capacity - len(self.slots))
        self.capacity = capacity
        if self.trace: self.trace("change-number", capacity=capacity)
