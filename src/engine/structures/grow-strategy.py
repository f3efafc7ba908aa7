class GrowStrategy(BackpressureStrategy):
    """Nearly full means more slots, half as many again, up to a bound."""

    def __init__(self, buffer, bound, threshold=0.8, factor=1.5):
        super().__init__(buffer)
        self.bound = bound
        self.threshold = threshold
        self.factor = factor

    def offer(self, item):
        buffer = self.buffer
        if buffer.size + 1 > self.threshold * buffer.capacity and buffer.capacity < self.bound:
            larger = max(buffer.capacity + 1, int(buffer.capacity * self.factor))
            buffer.enlarge(min(self.bound, larger))
            if self.trace: self.trace("enlarge", capacity=buffer.capacity)
        if buffer.push(item):
            if self.trace: self.trace("store")
            return {"became": "stored", "evicted": None}
        if self.trace: self.trace("refuse")
        return {"became": "refused"}
